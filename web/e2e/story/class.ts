import type { Trame } from "../../../services/kit/dev/supervisor.ts";
import { type Cast, dayOf, now, type Setting, titles } from "./setting.ts";

/** Step 6. The teacher writes and tries in class, the référent gives the address, the pilot reviews; published, not before. */
export async function publishScenario(setting: Setting, { teacher, referent, pilot }: Cast): Promise<string> {
  const { trame, turn } = setting;
  const title = titles(setting).scenario;
  await teacher.goes("/espace/scenarios/nouveau");
  await teacher.chooses({ Projet: new RegExp(`${turn}`) });
  await teacher.fills({ Titre: title });
  await teacher.presses("Commencer");
  const path = await teacher.arrives(/\/scenarios\/[0-9a-f-]{36}$/);
  // The plain fields give way to those that several write in.
  await teacher.page.locator("[data-live=live]").waitFor();
  await teacher.fills({
    Résumé: "Les élèves relèvent la température d’une haie et discutent de leurs mesures.",
    Objectifs: "Construire un protocole et discuter de la précision d’une mesure.",
    "Déroulé des séances": "Séance 1 : la question. Séance 2 : le relevé. Séance 3 : l’analyse.",
    "Pour généraliser": "Possible avec deux capteurs par classe.",
  });
  await teacher.picks("Niveaux", "2de générale");
  await teacher.chooses({ Progressivité: "Usage accompagné", Licence: "CC BY-SA 4.0" });
  await teacher.hears(/Textes enregistrés/);
  await teacher.hears(/Enregistré à/);

  await teacher.opens("Consigner une mise en œuvre");
  await teacher.fills({
    Classe: "Seconde",
    Établissement: "Lycée des Embruns",
    "Date, ou début": dayOf(await now(trame)),
    "Effets constatés": "Les écarts entre relevés ont lancé la discussion.",
  });
  await teacher.submits("Consigner");
  await teacher.hears(/Les écarts entre relevés/);
  await teacher.opens("Déclarer un service numérique");
  await teacher.fills({
    "Nom du service": "Tableur en ligne de l’académie",
    "À quoi il sert": "Partager les relevés",
    "Conditions d’utilisation": "Sans compte élève, hébergé par l’académie.",
  });
  await teacher.submits("Déclarer");
  await teacher.hears(/Tableur en ligne de l’académie/);
  await teacher.isNotOffered("Publier le scénario");
  await teacher.looks("scenario-ecrit");

  await referent.goes(path);
  await referent.fills({ "Adresse du scénario": closedAddress(trame) });
  await referent.presses("Donner et faire visiter l’adresse");
  await referent.reads(/Demande une identification/);
  await referent.presses("Proposer à la relecture");
  await referent.isNotOffered("Publier le scénario");
  await pilot.goes(path);
  await pilot.presses("Relire ce scénario");
  await pilot.ticks("Valider le scénario");
  await pilot.fills({ Commentaire: "Clair et réutilisable." });
  await pilot.presses("Rendre la relecture");

  await referent.goes(path);
  await referent.presses("Publier le scénario");
  await referent.looks("publication-refusee");
  await referent.fills({ "Adresse du scénario": openAddress(trame) });
  await referent.presses("Donner et faire visiter l’adresse");
  await referent.reads(/Ouverte, sur un site de l’académie/);
  await referent.presses("Publier le scénario");
  await referent.reads("Page publique");
  await referent.follows("Page publique");
  await referent.looks("scenario-public");
  return new URL(referent.page.url()).pathname;
}

const sites = ({ urls }: Trame) => urls.sites.replace("127.0.0.1", "localhost");
const openAddress = (trame: Trame) => `${sites(trame)}/ac-rennes.fr/svt/article/42`;
const closedAddress = (trame: Trame) => `${sites(trame)}/ac-rennes.fr/ent/article/42`;
