import type { Actor } from "@trame/kit/actor";
import { byUrgency, type Task, task } from "@trame/kit/task";
import type { Db } from "../database.ts";
import { toCampaign } from "./campaigns.ts";
import { payTasksOf } from "./pay-tasks.ts";
import { academyTasks } from "./tasks-academy.ts";
import { officeTasks } from "./tasks-office.ts";
import { themeTasks } from "./tasks-theme.ts";

/** What calls, applications, reviews and launches expect of a person, by his or her mandates and assignments. */
export async function tasksOf(db: Db, actor: Actor, at: Date): Promise<Task[]> {
  const lists = await Promise.all([
    academyTasks(db, actor, at),
    themeTasks(db, actor),
    officeTasks(db, actor),
    reviewTasks(db, actor.personId),
    payTasksOf(db, actor, await db.academy.findMany(), at),
  ]);
  return byUrgency(lists.flat());
}

/** What is to be reviewed, until the end of the campaign's review. */
async function reviewTasks(db: Db, personId: string | undefined): Promise<Task[]> {
  if (!personId) return [];
  const where = { reviewerId: personId, state: { in: ["ASSIGNED", "BEGUN"] }, conflict: null };
  const open = await db.review.groupBy({ by: ["campaignId"], where, _count: true });
  if (open.length === 0) return [];
  const rows = await db.campaign.findMany({ where: { id: { in: open.map(({ campaignId }) => campaignId) } } });
  return rows.map(toCampaign).map(({ id, phases }) => {
    const count = open.find(({ campaignId }) => campaignId === id)?._count ?? 0;
    return task("review", id, {
      title: `Évaluer ${count} ${count === 1 ? "candidature" : "candidatures"}`,
      dueAt: phases.find(({ kind }) => kind === "REVIEW")?.endsAt,
      href: `/espace/evaluations?campagne=${id}`,
    });
  });
}
