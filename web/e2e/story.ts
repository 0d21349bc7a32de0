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

/** Step 7. The publication waits in the letter of its discipline; the editor publishes the issue; a withdrawal reaches it. */
export async function relayAndWithdraw({ trame, turn }: Setting, { editor, referent }: Cast, scenario: string) {
  await editor.goes("/espace/lettres");
  await editor.reads(/en préparation/);
  await editor.follows(/Sciences de la vie et de la Terre/);
  await editor.reads(`Un capteur pour la haie (${turn})`);
  await editor.fills({ "Titre du numéro": `Des mesures et des haies (${turn})`, Éditorial: "Ce mois-ci, on sort." });
  await editor.reads(/Enregistré/);
  await editor.presses("Publier ce numéro");
  await editor.presses("Publier définitivement");
  await editor.reads(/Publié/i);
  await editor.goes("/lettres");
  await editor.reads(`Des mesures et des haies (${turn})`);
  await editor.follows(new RegExp(`Des mesures et des haies \\(${turn}\\)`));
  await editor.looks("numero-public");
  const issue = editor.page.url();

  await referent.goes(scenario.replace("/scenarios/", "/espace/scenarios?q="));
  return issue;
}

/** Step 8. A meeting is planned, convened, answered, held with attendance; its minutes are written and approved. */
export async function meet({ trame, turn }: Setting, { referent, teacher, pilot }: Cast): Promise<void> {
  await referent.goes("/espace/reunions/nouvelle");
  const begins = new Date((await now(trame)).getTime() + 2 * 3_600_000);
  await referent.chooses({ Groupe: new RegExp(turn) });
  await referent.fills({
    Titre: "Première réunion de l’équipe",
    Objet: "Réflexion sur les protocoles et production du premier scénario",
    Début: inParis(begins),
    Fin: inParis(new Date(begins.getTime() + 3_600_000)),
    Lieu: "Atelier Canopé de Rennes",
  });
  await referent.presses("Prévoir la réunion");
  await referent.page.waitForURL(/\/reunions\/[0-9a-f-]{36}$/);
  const path = new URL(referent.page.url()).pathname;
  await referent.presses("Convoquer le groupe");
  await teacher.goes("/espace");
  await teacher.reads(/Première réunion de l’équipe/);
  await teacher.goes(path);
  await teacher.ticks("Je viendrai");
  await teacher.presses("Répondre");
  await teacher.isNotOffered("Constater la tenue et les présences");

  await passTo(trame, new Date(begins.getTime() + 2 * 3_600_000));
  await referent.goes(path);
  await referent.presses("Constater la tenue et les présences");
  await referent.presses("Constater la tenue");
  await referent.fills({ "Compte rendu": "L’équipe a arrêté deux protocoles." });
  await referent.reads(/Enregistré/);
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
  await analyst.goes("/espace/participation?par=THEME");
  await analyst.reads(new RegExp(turn));
}

async function passTo({ urls }: Trame, instant: Date): Promise<void> {
  const body = JSON.stringify({ now: instant.toISOString() });
  await fetch(`${urls.oidc}/dev/clock`, { method: "POST", headers: { "content-type": "application/json" }, body });
  // Processes look at the clock's file twice a second.
  await new Promise((resolve) => setTimeout(resolve, 1_200));
}

/** As a `datetime-local` field takes it. */
const inParis = (at: Date): string =>
  new Intl.DateTimeFormat("sv-SE", { timeZone: "Europe/Paris", dateStyle: "short", timeStyle: "short" })
    .format(at)
    .replace(" ", "T");
