import type { Call } from "./call.ts";
import { type Cast, nameOf } from "./setting.ts";

/** Step 4. By event the team has its group, which says what it lacks; the last blocking member engages it (R24, R40). */
export async function completeTheTeam({ referent, cardie, programme }: Cast, application: string): Promise<string> {
  await referent.goes(application);
  await referent.reads("Groupe académique du projet");
  await referent.follows("Groupe académique du projet");
  const group = await referent.arrives(/\/espace\/groupes\/[0-9a-f-]{36}$/);
  await referent.reads(/CARDIE/);
  await referent.looks("groupe-incomplet");
  await cardie.goes(group);
  await cardie.opens("Donner un siège dans ce groupe");
  await cardie.looks("siege-cardie");
  await cardie.picks("Personne", nameOf("cardie"));
  await cardie.submits("Donner ce siège");
  await cardie.hears(/Le siège est donné/);
  await programme.goes(group);
  await programme.reads("Équipe engagée");
  return group;
}

/** Step 5. Both reviews by the expert, then the launch and not before (R50 to R54). */
export async function launch({ programme, expert, referent }: Cast, { campaign, theme }: Call): Promise<void> {
  await programme.goes(campaign);
  await programme.opens("Clore l’appel avant son terme");
  await programme.submits("Clore l’appel maintenant");
  await programme.goes(theme);
  await programme.opens("Lancer le thème");
  await programme.submits("Confirmer le lancement");
  await programme.hears(/n’est pas consignée|n'est pas consignée/);
  await programme.looks("lancement-refuse");

  await expert.goes(theme);
  await expert.opens("Consigner la revue de l’existant");
  await expert.fills({
    "Travaux et expérimentations existants": "Ce qui a déjà été éprouvé avec des capteurs en classe de sciences.",
    Titre: "Fiches de l’Agence nationale des usages des TICE",
  });
  await expert.submits("Consigner la revue");
  await expert.hears("La revue de l’existant est consignée.");
  await expert.presses("Fermer");
  await expert.opens("Consigner la revue de la littérature");
  await expert.fills({
    "Ce que dit la recherche": "Ce que dit la recherche de la démarche d’investigation.",
    "Références bibliographiques": "Revue de didactique des sciences",
  });
  await expert.submits("Consigner la revue");
  await expert.hears("La revue de la littérature est consignée.");
  await expert.isNotOffered("Lancer le thème");
  await expert.looks("revues");

  await programme.goes(theme);
  await programme.reads(/Fait : La revue de la littérature est consignée/);
  await programme.opens("Lancer le thème");
  await programme.submits("Confirmer le lancement");
  await programme.reads(/Le thème est lancé depuis/);
  await referent.goes(theme);
}
