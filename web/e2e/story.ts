import type { Trame } from "../../services/kit/dev/supervisor.ts";
import type { Look } from "./browser.ts";
import { type Actor, personAt } from "./person.ts";

/** What the story is lived on, and how it is looked at. */
export interface Setting {
  trame: Trame;
  look: Look;
  /** The school year of this life's campaign: another one for each life on the same data. */
  turn: string;
  /** Where what is wrong with a page is written down. */
  faults: string[];
}

type Role = "programme" | "inspector-general" | "expert" | "dan" | "referent" | "pilot" | "cardie" | "teacher";
type Cast = Record<Role | "editor" | "analyst", Actor>;

/** One browser each, open from the first step to the last. */
export async function withCast(
  { trame, look, faults }: Setting,
  roles: readonly (keyof Cast)[],
  live: (cast: Cast) => Promise<void>,
): Promise<void> {
  const cast: Partial<Cast> = {};
  try {
    for (const role of roles) cast[role] = await personAt(trame, role, look, faults);
    await live(cast as Cast);
  } finally {
    for (const person of Object.values(cast)) await person.close();
  }
}

/** Step 6. The teacher writes and tries in class, the référent gives the address, the pilot reviews; published, not before. */
export async function publishScenario({ trame, turn }: Setting, { teacher, referent, pilot }: Cast): Promise<string> {
  const title = `Un capteur pour la haie (${turn})`;
  await teacher.goes("/espace/scenarios/nouveau");
  await teacher.chooses({ Projet: new RegExp(`${turn}`) });
  await teacher.fills({ Titre: title });
  await teacher.presses("Commencer");
  await teacher.page.waitForURL(/\/scenarios\/[0-9a-f-]{36}$/);
  const path = new URL(teacher.page.url()).pathname;
  await teacher.fills({
    Résumé: "Les élèves relèvent la température d’une haie et discutent de leurs mesures.",
    Objectifs: "Construire un protocole et discuter de la précision d’une mesure.",
    "Déroulé des séances": "Séance 1 : la question. Séance 2 : le relevé. Séance 3 : l’analyse.",
    "Pour généraliser": "Possible avec deux capteurs par classe.",
  });
  await teacher.picks("Niveaux", "2de générale");
  await teacher.chooses({ Progressivité: "Usage accompagné", Licence: "CC BY-SA 4.0" });
  await teacher.reads(/Enregistré/);

  await teacher.presses("Consigner une mise en œuvre");
  await teacher.fills({
    Classe: "Seconde",
    Établissement: "Lycée des Embruns",
    "Date, ou début": await today(trame),
    "Effets constatés": "Les écarts entre relevés ont lancé la discussion.",
  });
  await teacher.presses("Consigner");
  await teacher.presses("Déclarer un service numérique");
  await teacher.fills({
    "Nom du service": "Tableur en ligne de l’académie",
    "À quoi il sert": "Partager les relevés",
    "Conditions d’utilisation": "Sans compte élève, hébergé par l’académie.",
  });
  await teacher.presses("Déclarer");
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

export async function now({ urls }: Trame): Promise<Date> {
  const answer = (await (await fetch(`${urls.oidc}/dev/clock`)).json()) as { now: string };
  return new Date(answer.now);
}

const today = async (trame: Trame): Promise<string> => (await now(trame)).toISOString().slice(0, 10);
