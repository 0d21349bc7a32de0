import type { Actor } from "@trame/kit/actor";
import { type Task, task } from "@trame/kit/task";
import type { Db } from "../database.ts";
import { launchGaps } from "../domain/launch.ts";
import { Prisma } from "../gen/prisma/client.ts";
import { toCampaign } from "./campaigns.ts";
import { toReadiness } from "./readiness.ts";

/** What waits for the programme office. */
export async function officeTasks(db: Db, actor: Actor): Promise<Task[]> {
  if (!actor.mandates.some(({ role }) => role === "PROGRAMME")) return [];
  const lists = await Promise.all([admissions(db), selections(db), launches(db), leads(db), renewals(db), missing(db)]);
  return lists.flat();
}

const several = (count: number, one: string, many: string) => `${count} ${count === 1 ? one : many}`;

async function admissions(db: Db): Promise<Task[]> {
  const waiting = await db.application.count({ where: { state: "SUBMITTED" } });
  if (waiting === 0) return [];
  const title = `Examiner la recevabilité de ${several(waiting, "candidature déposée", "candidatures déposées")}`;
  return [task("admit", "applications", { title, href: "/espace/candidatures?etat=SUBMITTED" })];
}

/** Decisions to prepare and to publish, campaign by campaign, before the end of their phase. */
async function selections(db: Db): Promise<Task[]> {
  const open = { pending: { equals: Prisma.DbNull }, state: "UNDER_REVIEW" };
  const [undecided, pending] = await Promise.all([
    db.application.groupBy({ by: ["campaignId"], where: open, _count: true }),
    db.application.groupBy({ by: ["campaignId"], where: { pending: { not: Prisma.DbNull } }, _count: true }),
  ]);
  const ids = [...new Set([...undecided, ...pending].map(({ campaignId }) => campaignId))];
  const campaigns = (await db.campaign.findMany({ where: { id: { in: ids } } })).map(toCampaign);
  return campaigns.flatMap(({ id, label, phases }) => {
    const count = (list: typeof undecided) => list.find(({ campaignId }) => campaignId === id)?._count ?? 0;
    const words = {
      detail: `Campagne ${label}`,
      dueAt: phases.find(({ kind }) => kind === "DECISION")?.endsAt,
      href: `/espace/campagnes/${id}/selection`,
    };
    const decide = `Décider de ${several(count(undecided), "candidature recevable", "candidatures recevables")}`;
    const publish = `Publier ${several(count(pending), "décision préparée", "décisions préparées")}`;
    return [
      ...(count(undecided) > 0 ? [task("decide", id, { title: decide, ...words })] : []),
      ...(count(pending) > 0 ? [task("publish-decisions", id, { title: publish, ...words })] : []),
    ];
  });
}

/** Themes whose call is closed: ready to be launched, or lacking something. */
async function launches(db: Db): Promise<Task[]> {
  const rows = await db.theme.findMany({ where: { state: "CLOSED" }, orderBy: { titleKey: "asc" } });
  const ready = await db.themeReadiness.findMany({ where: { themeId: { in: rows.map(({ id }) => id) } } });
  return rows.map(({ id, title }) => {
    const lacking = launchGaps(toReadiness(ready.find(({ themeId }) => themeId === id) ?? null)).length;
    const detail =
      lacking === 0 ? `${title} : tout est prêt` : `${title} : il manque ${several(lacking, "élément", "éléments")}`;
    return task("launch", id, { title: "Lancer le thème", detail, href: `/espace/themes/${id}` });
  });
}

/** Lead academies that an expert proposed and nobody has named (R48, R49). */
async function leads(db: Db): Promise<Task[]> {
  const rows = await db.theme.findMany({
    where: { leadProposal: { not: Prisma.DbNull }, leadAcademyCode: null },
    orderBy: { titleKey: "asc" },
    take: 50,
  });
  return rows.map(({ id, title }) =>
    task("name-lead", id, { title: "Nommer l'académie chef de file", detail: title, href: `/espace/themes/${id}` }),
  );
}

/** Themes of two years in their first, where the campaign asks for a renewal (R46). */
async function renewals(db: Db): Promise<Task[]> {
  const rows = await db.theme.findMany({
    where: { state: "YEAR_1", durationYears: 2, renewal: { equals: Prisma.DbNull } },
    orderBy: { titleKey: "asc" },
  });
  const ids = [...new Set(rows.map(({ campaignId }) => campaignId))];
  const campaigns = (await db.campaign.findMany({ where: { id: { in: ids } } })).map(toCampaign);
  return rows.flatMap(({ id, title, campaignId }) => {
    const campaign = campaigns.find((one) => one.id === campaignId);
    if (!campaign?.settings.renewal) return [];
    const dueAt = campaign.phases.find(({ kind }) => kind === "YEAR_END")?.endsAt;
    return [
      task("renew", id, { title: "Décider de la seconde année", detail: title, dueAt, href: `/espace/themes/${id}` }),
    ];
  });
}

/** Teams whose year ended without a published scenario (R10). */
async function missing(db: Db): Promise<Task[]> {
  const where = { scenarioMissingAt: { not: null }, state: { not: "ABANDONED" } };
  const flagged = await db.project.groupBy({ by: ["campaignId"], where, _count: true });
  return flagged.map(({ campaignId, _count }) =>
    task("scenario-missing", campaignId, {
      title: `Suivre ${several(_count, "équipe sans scénario publié", "équipes sans scénario publié")}`,
      href: `/espace/campagnes/${campaignId}`,
    }),
  );
}
