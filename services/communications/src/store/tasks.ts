import type { Actor } from "@trame/kit/actor";
import { addDays, dayIn } from "@trame/kit/day";
import { family } from "@trame/kit/succession";
import { type Task, task } from "@trame/kit/task";
import type { Db } from "../database.ts";
import { owesIntermediate } from "../domain/synthesis.ts";
import { policy } from "../policy.ts";
import { reportTasks } from "./reports.ts";
import { toSynthesis } from "./syntheses.ts";

/** By the mandates of the person's own token. */
export async function tasksOf(db: Db, actor: Actor, at: Date): Promise<Task[]> {
  const all = await Promise.all([
    expertTasks(db, actor),
    referentTasks(db, actor),
    editorTasks(db, actor),
    synthesisTasks(db, actor, at),
    policy.may(actor, "answerProblems") ? reportTasks(db) : [],
  ]);
  return all.flat();
}

const AT_WORK = ["LAUNCHED", "YEAR_1", "YEAR_2"];

/** Reviews before the launch (R50 to R54); once at work, a national material (R13) and a training module (R70). */
async function expertTasks(db: Db, { mandates }: Actor): Promise<Task[]> {
  const ids = mandates.flatMap(({ role, themeId }) => (role === "EXPERT" && themeId ? [themeId] : []));
  if (ids.length === 0) return [];
  const where = { themeId: { in: ids } };
  const reviewed = themesOf(await db.priorWorkReview.findMany({ where, select: { themeId: true } }));
  const read = themesOf(await db.literatureReview.findMany({ where, select: { themeId: true } }));
  const trained = themesOf(await db.trainingModule.findMany({ where, select: { themeId: true } }));
  const national = { ...where, level: "NATIONAL" };
  const shown = themesOf(await db.material.findMany({ where: national, select: { themeId: true } }));
  const themes = await db.theme.findMany({ where: { id: { in: ids } }, orderBy: { title: "asc" } });
  return themes.flatMap(({ id, title, state }) => {
    const due = (missing: boolean, kind: string, what: string, href: string) =>
      missing ? [task(kind, id, { title: what, detail: title, href })] : [];
    const working = AT_WORK.includes(state);
    const [theme, productions] = [`/espace/themes/${id}`, `/espace/supports?theme=${id}`];
    return [
      ...due(!reviewed.has(id), "prior-work", "Consigner la revue des travaux et expérimentations existants", theme),
      ...due(!read.has(id), "literature", "Consigner la revue succincte de la littérature", theme),
      ...due(
        working && !shown.has(id),
        "national-material",
        "Déclarer un support de communication national",
        productions,
      ),
      ...due(
        working && !trained.has(id),
        "training-module",
        "Déclarer un module de formation sur M@gistère",
        productions,
      ),
    ];
  });
}

const themesOf = (rows: readonly { themeId: string }[]) => new Set(rows.map(({ themeId }) => themeId));

/** At least one material per group (R66). */
async function referentTasks(db: Db, { mandates }: Actor): Promise<Task[]> {
  const own = mandates.filter(({ role, academyCode, themeId }) => role === "REFERENT" && academyCode && themeId);
  if (own.length === 0) return [];
  const academies = await db.academy.findMany({ select: { code: true, successorCode: true } });
  const OR = own.map(({ academyCode, themeId }) => ({
    themeId,
    academyCode: { in: family(academies, academyCode ?? "") },
  }));
  const projects = await db.project.findMany({ where: { OR, state: { in: ["ENGAGED", "RUNNING"] } } });
  const found = await db.material.findMany({ where: { projectId: { in: projects.map(({ id }) => id) } } });
  const shown = new Set(found.map(({ projectId }) => projectId));
  return projects
    .filter(({ id }) => !shown.has(id))
    .map(({ id, title: detail }) =>
      task("material", id, {
        title: "Déclarer un support de communication du groupe",
        detail,
        href: `/espace/supports?projet=${id}`,
      }),
    );
}

/** How long before the end of a theme's period its synthesis is on the experts' list. */
const IN_TIME_DAYS = 90;

/** To write and sign for the experts (R91), to preface for the inspection générale, to send for the office and them. */
async function synthesisTasks(db: Db, { mandates, personId }: Actor, at: Date): Promise<Task[]> {
  const themesHeld = (role: string) =>
    mandates.flatMap((held) => (held.role === role && held.themeId ? [held.themeId] : []));
  const [expert, general] = [themesHeld("EXPERT"), themesHeld("INSPECTOR_GENERAL")];
  if (expert.length + general.length === 0) return [];
  const rows = await db.synthesis.findMany({
    where: { themeId: { in: [...expert, ...general] }, state: { not: "DISTRIBUTED" } },
  });
  const themes = new Map(
    (await db.theme.findMany({ where: { id: { in: rows.map(({ themeId }) => themeId) } } })).map((theme) => [
      theme.id,
      theme,
    ]),
  );
  return rows.map(toSynthesis).flatMap(({ id, themeId, kind, state, signatures, foreword }) => {
    const theme = themes.get(themeId);
    if (!theme || (kind === "INTERMEDIATE" && state === "DRAFT" && !owesIntermediate(theme))) return [];
    const name = kind === "FINAL" ? "la synthèse finale" : "la synthèse intermédiaire";
    const due = (what: string, title: string) => [
      task(what, id, { title, detail: theme.title, href: `/espace/syntheses/${id}` }),
    ];
    const signed = signatures.some((signature) => signature.personId === personId);
    const isNear =
      theme.endsOn !== "" &&
      dayIn(at) >= addDays(kind === "FINAL" ? theme.endsOn : middleOf(theme.endsOn), -IN_TIME_DAYS);
    return [
      ...(expert.includes(themeId) && state === "DRAFT" && !signed && (isNear || signatures.length > 0)
        ? due("synthesis", signatures.length > 0 ? `Signer à votre tour ${name}` : `Écrire et signer ${name}`)
        : []),
      ...(expert.includes(themeId) && state === "SIGNED" ? due("synthesis-to-send", `Diffuser ${name}`) : []),
      ...(general.includes(themeId) && !foreword && state === "SIGNED"
        ? due("foreword", `Écrire l'avant-propos de ${name}`)
        : []),
    ];
  });
}

/** The end of the first of two school years. */
const middleOf = (endsOn: string): string => addDays(endsOn, -365);

async function editorTasks(db: Db, { mandates }: Actor): Promise<Task[]> {
  if (!mandates.some(({ role }) => role === "EDITOR")) return [];
  const rows = await db.$queryRaw<{ id: string; title: string; number: number; items: number }[]>`
    select edition.id, newsletter.title, edition.number, count(*)::integer as items
      from edition join newsletter on newsletter.id = edition."newsletterId"
           join edition_item on edition_item."editionId" = edition.id
     where edition.state = 'DRAFT' and not edition_item.excluded
     group by edition.id, newsletter.title, edition.number order by items desc, newsletter.title`;
  return rows.map(({ id, title, number, items }) =>
    task("edition", id, {
      title: `Composer le n° ${number} : ${title}`,
      detail: items === 1 ? "1 élément en attente" : `${items} éléments en attente`,
      href: `/espace/lettres/${id}`,
    }),
  );
}
