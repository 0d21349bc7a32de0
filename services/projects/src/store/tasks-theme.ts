import type { Actor } from "@trame/kit/actor";
import { type Task, task } from "@trame/kit/task";
import type { Db } from "../database.ts";

const themesOf = (actor: Actor, role: string) =>
  actor.mandates.filter((mandate) => mandate.role === role).flatMap(({ themeId }) => themeId ?? []);

/** What a theme expects of its experts and of the inspection générale. */
export async function themeTasks(db: Db, actor: Actor): Promise<Task[]> {
  return (await Promise.all([agreements(db, actor), workPlans(db, actor)])).flat();
}

async function agreements(db: Db, actor: Actor): Promise<Task[]> {
  const themeIds = themesOf(actor, "INSPECTOR_GENERAL");
  if (themeIds.length === 0) return [];
  const rows = await db.theme.findMany({
    where: { id: { in: themeIds }, state: "DRAFT" },
    orderBy: { titleKey: "asc" },
  });
  return rows.map(({ id, title }) =>
    task("agreement", id, {
      title: "Donner l'accord de l'inspection générale",
      detail: title,
      href: `/espace/themes/${id}`,
    }),
  );
}

async function workPlans(db: Db, actor: Actor): Promise<Task[]> {
  const themeIds = themesOf(actor, "EXPERT");
  if (themeIds.length === 0) return [];
  const where = { id: { in: themeIds }, milestones: { equals: [] }, state: { in: ["CLOSED", "LAUNCHED", "YEAR_1"] } };
  const rows = await db.theme.findMany({ where, orderBy: { titleKey: "asc" } });
  return rows.map(({ id, title }) =>
    task("work-plan", id, { title: "Proposer le calendrier de travail", detail: title, href: `/espace/themes/${id}` }),
  );
}
