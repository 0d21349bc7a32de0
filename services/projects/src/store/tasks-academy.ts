import type { Actor, MandateClaim } from "@trame/kit/actor";
import { type Task, task } from "@trame/kit/task";
import type { Db } from "../database.ts";
import type { Application, Signatory } from "../domain/application.ts";
import { type Campaign, callState } from "../domain/campaign.ts";
import { missingToSubmit, unsigned } from "../domain/candidacy.ts";
import { lastInstant } from "../domain/theme.ts";
import { toApplication } from "./applications.ts";
import { toCampaign } from "./campaigns.ts";
import { pathOf } from "./dossier.ts";

const of = (actor: Actor, role: string): MandateClaim[] => actor.mandates.filter((mandate) => mandate.role === role);

/** What its applications and its teams expect of an academy's référent, pilots and DAN. */
export async function academyTasks(db: Db, actor: Actor, at: Date): Promise<Task[]> {
  const lists = await Promise.all([beginnings(db, actor, at), dossiers(db, actor, at), scenarios(db, actor)]);
  return lists.flat();
}

type Place = Pick<MandateClaim, "academyCode" | "themeId">;

const placesOf = (actor: Actor): Place[] =>
  [
    ...[...of(actor, "REFERENT"), ...of(actor, "PILOT")].map(({ academyCode, themeId }) => ({ academyCode, themeId })),
    ...of(actor, "DAN").map(({ academyCode }) => ({ academyCode })),
  ].filter(({ academyCode }) => academyCode !== undefined);

/** To complete or to correct for the référent, to sign or to submit for the pilot and the DAN. */
async function dossiers(db: Db, actor: Actor, at: Date): Promise<Task[]> {
  const OR = placesOf(actor);
  if (OR.length === 0) return [];
  const open = await db.campaign.findMany({ where: { callOpened: true, callClosed: false, callClosesAt: { gt: at } } });
  const drafts = { state: "DRAFT", campaignId: { in: open.map(({ id }) => id) } };
  const rows = await db.application.findMany({
    where: { AND: [{ OR: [drafts, { state: "RETURNED" }] }, { OR }] },
    orderBy: { id: "asc" },
    take: 50,
  });
  const deadlines = await db.theme.findMany({
    where: { id: { in: rows.map(({ themeId }) => themeId) } },
    select: { id: true, deadlineAt: true },
  });
  return rows.map(toApplication).flatMap((application) => {
    const campaign = open.find(({ id }) => id === application.campaignId);
    const theme = deadlines.find(({ id }) => id === application.themeId);
    const closesAt = campaign && theme ? lastInstant(theme, campaign.callClosesAt) : undefined;
    const dueAt = application.correction?.dueAt ?? closesAt;
    if (!dueAt || dueAt <= at) return [];
    const title = titleFor(actor, application);
    return title
      ? [task("draft", application.id, { title, detail: application.title, dueAt, href: pathOf(application.id) })]
      : [];
  });
}

function titleFor(actor: Actor, application: Application): string | null {
  const { academyCode, themeId, state } = application;
  const signs = (["PILOT", "DAN"] as const).filter((role) =>
    of(actor, role).some((one) => one.academyCode === academyCode && (role === "DAN" || one.themeId === themeId)),
  );
  const isReferent = of(actor, "REFERENT").some((one) => one.academyCode === academyCode && one.themeId === themeId);
  if (isReferent || signs.length === 0)
    return state === "RETURNED" ? "Corriger la candidature" : "Compléter la candidature";
  return missingToSubmit(application).length > 0 ? "Relire et déposer la candidature" : toSign(signs, application);
}

/** Who comes last submits; who has signed already waits. */
function toSign(signs: readonly Signatory[], application: Application): string | null {
  const lacking = unsigned(application);
  if (lacking.every((role) => signs.includes(role))) return "Relire et déposer la candidature";
  return lacking.some((role) => signs.includes(role)) ? "Cosigner la candidature" : null;
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
  const rows = await db.campaign.findMany({ where: { id: { in: themes.map(({ campaignId }) => campaignId) } } });
  const campaigns: Campaign[] = rows.map(toCampaign);
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
          dueAt: lastInstant(theme, campaign.callClosesAt),
          href: `/espace/candidatures/nouvelle?theme=${themeId}`,
        }),
      ];
    });
}

/** A team whose year ended without a published scenario (R10). */
async function scenarios(db: Db, actor: Actor): Promise<Task[]> {
  const OR = [...of(actor, "REFERENT"), ...of(actor, "PILOT")].flatMap(({ academyCode, themeId }) =>
    academyCode && themeId ? [{ academyCode, themeId }] : [],
  );
  if (OR.length === 0) return [];
  const rows = await db.project.findMany({ where: { OR, scenarioMissingAt: { not: null } }, orderBy: { id: "asc" } });
  return rows.map(({ id, title, scenarioMissingAt }) =>
    task("scenario-missing", id, {
      title: "Publier un scénario : l'année s'est achevée sans",
      detail: title,
      dueAt: scenarioMissingAt,
      href: "/espace/scenarios",
    }),
  );
}
