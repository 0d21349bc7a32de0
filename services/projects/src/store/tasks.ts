import type { Actor, MandateClaim } from "@trame/kit/actor";
import { byUrgency, type Task, task } from "@trame/kit/task";
import type { Db } from "../database.ts";
import { callState } from "../domain/campaign.ts";
import { launchGaps } from "../domain/launch.ts";
import { payTasksOf } from "./pay-tasks.ts";
import { toReadiness } from "./readiness.ts";

/** What calls, applications and launches expect of a person, by his or her mandates. */
export async function tasksOf(db: Db, actor: Actor, at: Date): Promise<Task[]> {
  const lists = await Promise.all([
    beginnings(db, actor, at),
    drafts(db, actor, at),
    agreements(db, actor),
    decisions(db, actor),
    launches(db, actor),
    workPlans(db, actor),
    payTasksOf(db, actor, await db.academy.findMany(), at),
  ]);
  return byUrgency(lists.flat());
}

const of = (actor: Actor, role: string): MandateClaim[] => actor.mandates.filter((mandate) => mandate.role === role);
const themesOf = (actor: Actor, role: string) => of(actor, role).flatMap(({ themeId }) => themeId ?? []);

/** To complete for the référent, to submit for the pilot or the DAN, while the call is open. */
async function drafts(db: Db, actor: Actor, at: Date): Promise<Task[]> {
  const places = [
    ...[...of(actor, "REFERENT"), ...of(actor, "PILOT")].map(({ academyCode, themeId }) => ({ academyCode, themeId })),
    ...of(actor, "DAN").map(({ academyCode }) => ({ academyCode })),
  ].filter(({ academyCode }) => academyCode !== undefined);
  if (places.length === 0) return [];
  const open = await db.campaign.findMany({ where: { callOpened: true, callClosesAt: { gt: at } } });
  const rows = await db.application.findMany({
    where: { state: "DRAFT", campaignId: { in: open.map(({ id }) => id) }, OR: places },
    orderBy: { id: "asc" },
    take: 50,
  });
  const onlyReferent = of(actor, "PILOT").length + of(actor, "DAN").length === 0;
  return rows.map((row) =>
    task("draft", row.id, {
      title: onlyReferent ? "Compléter la candidature" : "Relire et déposer la candidature",
      detail: row.title,
      dueAt: open.find(({ id }) => id === row.campaignId)?.callClosesAt,
      href: `/espace/candidatures/${row.id}`,
    }),
  );
}

/** A référent whose theme is in the open call and whose academy has not begun its application. */
async function beginnings(db: Db, actor: Actor, at: Date): Promise<Task[]> {
  const places = of(actor, "REFERENT").flatMap(({ academyCode, themeId }) =>
    academyCode && themeId ? [{ academyCode, themeId }] : [],
  );
  if (places.length === 0) return [];
  const themes = await db.theme.findMany({
    where: { id: { in: places.map(({ themeId }) => themeId) }, state: "OPEN" },
  });
  const campaigns = await db.campaign.findMany({ where: { id: { in: themes.map(({ campaignId }) => campaignId) } } });
  const begun = await db.application.findMany({ where: { OR: places, state: { not: "WITHDRAWN" } } });
  return places
    .filter(
      ({ academyCode, themeId }) => !begun.some((one) => one.academyCode === academyCode && one.themeId === themeId),
    )
    .flatMap(({ themeId }) => {
      const theme = themes.find(({ id }) => id === themeId);
      const campaign = campaigns.find(({ id }) => id === theme?.campaignId);
      if (!theme || !campaign || callState(campaign, at) !== "OPEN") return [];
      return [
        task("begin", themeId, {
          title: "Commencer la candidature de l'académie",
          detail: theme.title,
          dueAt: campaign.callClosesAt,
          href: `/espace/candidatures/nouvelle?theme=${themeId}`,
        }),
      ];
    });
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

async function decisions(db: Db, actor: Actor): Promise<Task[]> {
  if (of(actor, "PROGRAMME").length === 0) return [];
  const waiting = await db.application.count({ where: { state: "SUBMITTED" } });
  if (waiting === 0) return [];
  return [
    task("decide", "applications", {
      title: `Décider de ${waiting} ${waiting === 1 ? "candidature déposée" : "candidatures déposées"}`,
      href: "/espace/candidatures?etat=SUBMITTED",
    }),
  ];
}

/** Themes whose call is closed: ready to be launched, or lacking something. */
async function launches(db: Db, actor: Actor): Promise<Task[]> {
  if (of(actor, "PROGRAMME").length === 0) return [];
  const rows = await db.theme.findMany({ where: { state: "CLOSED" }, orderBy: { titleKey: "asc" } });
  const ready = await db.themeReadiness.findMany({ where: { themeId: { in: rows.map(({ id }) => id) } } });
  return rows.map(({ id, title }) => {
    const missing = launchGaps(toReadiness(ready.find(({ themeId }) => themeId === id) ?? null)).length;
    const detail =
      missing === 0 ? `${title} : tout est prêt` : `${title} : il manque ${missing} élément${missing > 1 ? "s" : ""}`;
    return task("launch", id, { title: "Lancer le thème", detail, href: `/espace/themes/${id}` });
  });
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
