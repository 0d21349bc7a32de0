import type { Actor, MandateClaim } from "@trame/kit/actor";
import type { Scope } from "@trame/kit/rights";
import { family } from "@trame/kit/succession";
import type { Application } from "../domain/application.ts";
import type { Campaign } from "../domain/campaign.ts";
import type { Review } from "../domain/review.ts";
import { isSpecificationPublic } from "../domain/specification.ts";
import type { Prisma } from "../gen/prisma/client.ts";
import { policy } from "../policy.ts";

export type Academies = readonly { code: string; successorCode: string | null }[];

/** Where an application takes place, for the table of rights. */
export const scopeOf = (
  academies: Academies,
  { themeId, academyCode }: Pick<Application, "themeId" | "academyCode">,
): Scope => ({
  themeId,
  academyCodes: family(academies, academyCode),
});

/** An assignment opens the application; a conflict of interest closes it, also to who follows the theme. */
export const reads = (review: Pick<Review, "state" | "conflict"> | null): boolean =>
  review !== null && review.conflict === null && review.state !== "ABSTAINED";

/** May the person read this application? `review` is the person's own, if there is one. */
export function mayRead(actor: Actor, academies: Academies, application: Application, review: Review | null): boolean {
  const scope = scopeOf(academies, application);
  if (policy.may(actor, "readApplication", scope)) return true;
  if (review?.conflict) return false;
  return policy.may(actor, "readThemeApplications", scope) || reads(review);
}

/** The file of the cahier des charges: the office's until the call is open, then everybody's. */
export const mayReadSpecification = (actor: Actor, campaign: Campaign, at: Date): boolean =>
  isSpecificationPublic(campaign, at) || policy.may(actor, "reviseCampaign");

type Place = Pick<Application, "themeId" | "academyCode">;

/** May the person read how a team's pay stands, and what each person is paid? */
export const mayReadPay = (actor: Actor, academies: Academies, place: Place): boolean =>
  policy.may(actor, "readPay", scopeOf(academies, place));
export const mayReadPayLines = (actor: Actor, academies: Academies, place: Place): boolean =>
  policy.may(actor, "readPayLines", scopeOf(academies, place));

/** The right to read applications, as a restriction of a list: totals leave out what may not be read. */
export function readable(actor: Actor, academies: Academies): Prisma.ApplicationWhereInput {
  if (isEverywhere(actor, "readApplication")) return {};
  const me = actor.personId;
  const inConflict = me ? [{ reviews: { none: { reviewerId: me, conflict: { not: null } } } }] : [];
  return either([
    ...placesOf(actor, "readApplication", academies),
    ...placesOf(actor, "readThemeApplications", academies).map((place) => ({ AND: [place, ...inConflict] })),
    ...(me ? [{ reviews: { some: { reviewerId: me, conflict: null, state: { not: "ABSTAINED" } } } }] : []),
  ]);
}

interface Placed {
  themeId?: string;
  academyCode?: { in: string[] };
}

type Action = keyof typeof policy.table;

/** Where a person may do something, as a restriction of a list whose rows lie in a theme and an academy. */
export const places = (actor: Actor, action: Action, academies: Academies): { OR?: Placed[]; id?: { in: string[] } } =>
  isEverywhere(actor, action) ? {} : either(placesOf(actor, action, academies));

// Prisma reads an empty OR inside an AND as no restriction.
const either = <Where>(found: Where[]) => (found.length > 0 ? { OR: found } : { id: { in: [] } });

const isEverywhere = (actor: Actor, action: Action): boolean =>
  actor.kind === "system" || policy.table[action].some(({ role, on }) => on.length === 0 && policy.holds(actor, role));

const placesOf = (actor: Actor, action: Action, academies: Academies): Placed[] =>
  policy.table[action]
    .filter(({ on }) => on.length > 0)
    .flatMap(({ role, on }) =>
      actor.mandates
        .filter((mandate) => mandate.role === role && on.every((dimension) => mandate[KEYS[dimension]] !== undefined))
        .map((mandate) => ({
          themeId: on.includes("theme") ? mandate.themeId : undefined,
          academyCode: on.includes("academy") ? { in: family(academies, mandate.academyCode ?? "") } : undefined,
        })),
    );

const KEYS = {
  academy: "academyCode",
  theme: "themeId",
  discipline: "disciplineCode",
  departement: "departement",
} as const satisfies Record<string, keyof MandateClaim>;
