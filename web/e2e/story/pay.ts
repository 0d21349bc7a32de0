import { type Cast, dayOf, nameOf, now, type Setting, titles } from "./setting.ts";

/** Step 12. Twice in the school year: who is paid for what, attested by the pilot, ordered and paid by the office (R89, R90). */
export async function pay(setting: Setting, { pilot, programme, teacher }: Cast, number: 1 | 2): Promise<void> {
  const { trame, turn } = setting;
  const { project } = titles(setting);
  await pilot.goes(`/espace/versements?annee=${turn}&versement=${number}`);
  await pilot.reads(project);
  await pilot.follows(project);
  const path = await pilot.arrives(/\/espace\/versements\/[0-9a-f-]{36}$/);
  await pilot.presses("Ajouter une ligne");
  await pilot.chooses({ Personne: nameOf("teacher") });
  await pilot.fills({ Quantité: "6,5" });
  await pilot.submits("Enregistrer les lignes");
  await pilot.hears("Les lignes sont enregistrées.");
  await pilot.looks("versement-a-attester");
  await pilot.isNotOffered("Ordonner le paiement");
  await pilot.opens("Attester le service fait");
  await pilot.submits("Confirmer l’attestation");
  await pilot.reads(/Service fait attesté/);

  await programme.goes(path);
  await programme.opens("Ordonner le paiement");
  await programme.fills({ "Référence de l’ordre": `TraAM-${turn}-${number}` });
  await programme.submits("Confirmer l’ordre");
  await programme.reads(/Consigner le paiement/);
  await programme.opens("Consigner le paiement");
  await programme.fills({ "Jour du paiement": dayOf(await now(trame)) });
  await programme.submits("Confirmer le paiement");
  await programme.reads(/Payé le/);
  await programme.looks("versement-paye");

  await teacher.goes("/espace/mes-versements");
  await teacher.reads(project);
}
