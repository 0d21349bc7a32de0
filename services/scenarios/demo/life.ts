import type { Command } from "@trame/kit/aggregate";
import { pick, roll } from "@trame/kit/demo";
import { stableId } from "@trame/kit/id";
import type { Tx } from "../src/database.ts";
import type { OpenAddress } from "../src/domain/address.ts";
import { UNSAID } from "../src/domain/rights-of-use.ts";
import type { ScenarioState } from "../src/domain/scenario.ts";
import * as release from "../src/store/release.ts";
import * as writing from "../src/store/writing.ts";
import { BORROWED, OWN, SERVICES, TO_CLEAR } from "./belongings.ts";
import { calendarFrom } from "./calendar.ts";
import type { Cast, Project } from "./cast.ts";
import type { Composed } from "./compose.ts";

/** One scenario of the demonstration, before it is lived. */
export interface Plan {
  id: string;
  rank: number;
  project: Project;
  state: ScenarioState;
  firstDay: string;
  words: Composed;
  address: OpenAddress | null;
}

const REACTIONS = [
  "Repris avec deux classes : la première séance demande un quart d'heure de plus que prévu, le reste tient parfaitement.",
  "Nous l'avons adapté en voie professionnelle ; l'évaluation par les pairs a été le moment le plus riche.",
  "Très réutilisable. Nous avons remplacé le service en ligne par un outil installé, sans perte.",
  "Mes élèves ont préféré commencer par la production finale ; l'ordre inverse fonctionne aussi.",
  "Essayé à distance en avril : prévoir des consignes enregistrées, sinon les élèves décrochent à la deuxième étape.",
  "La grille d'auto-évaluation nous sert maintenant dans d'autres chapitres.",
  "Utile, mais il manque un prolongement pour les élèves rapides ; nous proposons une question ouverte.",
];
const RETURNS = [
  "Préciser le déroulé de la deuxième séance et le rôle de l'enseignant pendant la recherche.",
  "Indiquer la source de chaque image et la licence choisie.",
  "Ajouter les critères de réussite donnés aux élèves.",
];
const WITHDRAWALS = [
  "Une photographie a été publiée sans l'accord écrit d'une famille ; le scénario est retiré le temps de la remplacer.",
  "Le service numérique utilisé a changé ses conditions : il demande désormais un compte élève.",
  "Version remplacée par un scénario commun à deux académies.",
];

/** Lives one scenario from its first draft to its state, by the commands that the graph uses. */
export async function live(tx: Tx, cast: Cast, plan: Plan): Promise<void> {
  const { id, project, state, words, rank } = plan;
  const seed = id;
  const calendar = calendarFrom(plan.firstDay, seed);
  const team = cast.teachers(project);
  const referent = cast.referent(project);
  const author = team.length > 0 ? pick(team, seed, "author") : referent;
  if (!author) return;
  const by = (personId: string, days: number): Command => ({ by: cast.actor(personId), at: calendar.later(days) });

  await writing.draftScenario(tx, by(author, 0), { id, projectId: project.id, title: words.title });
  await write(tx, cast, plan, { author, team, by });
  if (state !== "DRAFT" || roll(2, seed, "tried") === 0) await tryInClass(tx, cast, plan, author, by);
  if (plan.address && referent) {
    const command = by(referent, 9);
    await writing.setOpenAddress(tx, command, id, { ...plan.address, checkedAt: command.at });
  }
  if (state === "DRAFT" || !referent) return;

  await release.proposeScenario(tx, by(referent, 5), id);
  const reviewer = cast.reviewer(project, words.disciplineCodes);
  if (state === "IN_REVIEW" || !reviewer) return;
  if (roll(6, seed, "returned") === 0) {
    const comment = pick(RETURNS, seed, "comment");
    await release.reviewScenario(tx, by(reviewer, 4), id, { outcome: "RETURNED", comment, acceptAddressReason: null });
    await writing.reviseScenario(tx, by(author, 3), id, { text: { course: `${words.course}\n\n${words.difficulty}` } });
    await release.proposeScenario(tx, by(referent, 2), id);
  }
  const acceptAddressReason =
    plan.address?.result === "OPEN_ELSEWHERE" ? "Site d'un partenaire scientifique, ouvert et pérenne." : null;
  await release.reviewScenario(tx, by(reviewer, 6), id, { outcome: "PASSED", comment: null, acceptAddressReason });
  if (state === "REVIEWED") return;

  const publisher = cast.ian(project, words.disciplineCodes) ?? referent;
  await release.publishScenario(tx, by(publisher, 4), id);
  await afterwards(tx, cast, plan, { author, publisher, by });
  if (state === "WITHDRAWN") {
    await release.withdrawScenario(tx, by(publisher, 12), id, pick(WITHDRAWALS, rank));
  }
}

type By = (personId: string, days: number) => Command;

async function write(tx: Tx, cast: Cast, plan: Plan, { author, team, by }: { author: string; team: string[]; by: By }) {
  const { id, words, state, project } = plan;
  const { outcome: _outcome, difficulty: _difficulty, classLevel: _level, ...text } = words;
  const colleague = team.find((one) => one !== author && roll(2, id, one) === 0);
  const guest = roll(7, id, "guest") === 0 ? cast.elsewhere(project, id) : undefined;
  const authors = [
    { personId: author, role: "DESIGN" as const },
    ...(colleague ? [{ personId: colleague, role: "IMPLEMENTATION" as const }] : []),
    ...(guest ? [{ personId: guest, role: pick(["DESIGN", "PROOFREADING"] as const, id) }] : []),
  ];
  // A draft is often half written.
  const half = state === "DRAFT" && roll(2, id, "half") === 0;
  const { course, assessment, generalisation, ...begun } = text;
  await writing.reviseScenario(tx, by(author, 6), id, { text: half ? begun : text, authors });
  const resources = [pick(OWN, id, "own"), pick(BORROWED, id, "borrowed")];
  if (state === "DRAFT" && roll(2, id, "clear") === 0) resources.push(pick(TO_CLEAR, id));
  for (const resource of resources) await writing.declareResource(tx, by(author, 1), id, { ...UNSAID, ...resource });
  const named = SERVICES.filter(({ name }) => words.tools.includes(name.split(" ")[0] ?? name));
  const service = named[0] ?? pick(SERVICES, id, "service");
  const termsNote = state === "DRAFT" && roll(3, id, "terms") === 0 ? null : service.termsNote;
  await writing.declareDigitalService(tx, by(author, 1), id, { ...service, termsNote });
}

async function tryInClass(tx: Tx, cast: Cast, { id, words, rank }: Plan, author: string, by: By) {
  const command = by(author, 18);
  const started = new Date(command.at.getTime() - 7 * 86_400_000).toISOString().slice(0, 10);
  const pupilCount = 18 + roll(16, id, "pupils");
  await writing.recordImplementation(tx, command, id, {
    id: stableId("demo", "implementation", id),
    classLevel: `${words.classLevel}, ${pupilCount} élèves`,
    establishment: cast.establishmentOf(author) ?? pick(ESTABLISHMENTS, id),
    startedOn: started,
    endedOn: roll(3, rank, "ended") === 0 ? command.at.toISOString().slice(0, 10) : null,
    pupilCount,
    adaptation: roll(2, id, "adapted") === 0 ? words.difficulty : null,
    outcome: words.outcome,
  });
}

const ESTABLISHMENTS = [
  "Collège Jean-Moulin",
  "Lycée Simone-Veil",
  "Collège Rosa-Parks",
  "Lycée professionnel Louis-Armand",
];

/** Feedback, a correction now and then, and the record in ÉDU'base. */
async function afterwards(
  tx: Tx,
  cast: Cast,
  plan: Plan,
  { author, publisher, by }: { author: string; publisher: string; by: By },
) {
  const { id, project, words, rank } = plan;
  const colleague = cast.elsewhere(project, `${id}/feedback`);
  if (colleague && roll(3, id, "silence") !== 0) {
    const implementationId = roll(2, id, "which") === 0 ? stableId("demo", "implementation", id) : null;
    await writing.giveFeedback(tx, by(colleague, 8), id, { text: pick(REACTIONS, id), implementationId });
  }
  if (roll(12, id, "corrected") === 0) {
    const generalisation = `${words.generalisation} ${words.difficulty}`;
    await writing.reviseScenario(tx, by(author, 5), id, { text: { generalisation } });
  }
  if (rank % 7 === 0) return;
  const record = { state: "SUBMITTED" as const, number: null, url: null };
  await release.indexScenario(tx, by(publisher, 5), id, record);
  if (rank % 11 === 0) return;
  const number = 17_400 + rank * 13;
  const url = `https://edubase.eduscol.education.fr/fiche/${number}`;
  await release.indexScenario(tx, by(publisher, 6), id, { state: "INDEXED", number, url });
}
