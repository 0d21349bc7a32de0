import { type Cast, inParis, now, passTo, type Setting, titles } from "./setting.ts";

/** Step 7. The publication waits in the letter of its discipline; the editor publishes the issue; a withdrawal reaches it. */
export async function relay(setting: Setting, { editor }: Cast): Promise<void> {
  const { scenario, issue } = titles(setting);
  await editor.goes("/espace/lettres");
  await editor.reads(/en préparation/);
  await editor.follows(/Sciences de la vie et de la Terre/);
  await editor.reads(scenario);
  await editor.fills({ "Titre du numéro": issue, Éditorial: "Ce mois-ci, on sort." });
  await editor.hears(/Enregistré/);
  await editor.presses("Publier ce numéro");
  await editor.presses("Publier définitivement");
  await editor.reads(/Publié/i);
  await editor.goes("/lettres");
  await editor.reads(issue);
  await editor.follows(issue);
  await editor.looks("numero-public");
  await editor.reads(scenario);
}

/** Step 8. A meeting is planned, convened, answered, held with attendance; its minutes are written and approved. */
export async function meet(setting: Setting, { referent, teacher, pilot }: Cast): Promise<void> {
  const { trame, turn } = setting;
  const { meeting } = titles(setting);
  await referent.goes("/espace/reunions/nouvelle");
  const begins = new Date((await now(trame)).getTime() + 2 * 3_600_000);
  await referent.chooses({ Groupe: new RegExp(turn) });
  await referent.fills({
    Titre: meeting,
    Objet: "Réflexion sur les protocoles et production du premier scénario",
    Début: inParis(begins),
    Fin: inParis(new Date(begins.getTime() + 3_600_000)),
    Lieu: "Atelier Canopé de Rennes",
  });
  await referent.presses("Prévoir la réunion");
  const path = await referent.arrives(/\/reunions\/[0-9a-f-]{36}$/);
  await referent.presses("Convoquer le groupe");
  await teacher.goes("/espace");
  await teacher.reads(meeting);
  await teacher.goes(path);
  await teacher.ticks("Je viendrai");
  await teacher.presses("Répondre");
  await teacher.isNotOffered("Constater la tenue et les présences");

  await passTo(trame, new Date(begins.getTime() + 2 * 3_600_000));
  await referent.goes(path);
  await referent.presses("Constater la tenue et les présences");
  await referent.presses("Constater la tenue");
  await referent.fills({ "Compte rendu": "L’équipe a arrêté deux protocoles." });
  await referent.hears(/Enregistré/);
  await referent.isNotOffered("Approuver le compte rendu");
  await pilot.goes(path);
  await pilot.presses("Approuver le compte rendu");
  await pilot.reads(/approuvé/i);
  await pilot.looks("compte-rendu-approuve");
}

/** Step 9. The analyst reads who took part, by academy, each figure with its definition. */
export async function analyse({ turn }: Setting, { analyst }: Cast): Promise<void> {
  await analyst.goes("/espace/participation");
  await analyst.reads(/Rennes/);
  await analyst.goes("/espace/participation?axe=theme");
  await analyst.reads(new RegExp(turn));
}
