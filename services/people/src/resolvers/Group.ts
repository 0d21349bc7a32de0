import { present } from "@trame/kit/batch";
import type { Context } from "../context.ts";
import { family } from "../domain/academy.ts";
import { isComplete } from "../domain/composition.ts";
import { diversityOf } from "../domain/diversity.ts";
import { academicRoles, nationalRoles } from "../domain/role.ts";
import type {
  AcademicGroupResolvers,
  DasenAgreementResolvers,
  NationalGroupResolvers,
  PartnerResolvers,
  SeatResolvers,
} from "../gen/schema.ts";
import { isSignedIn, policy } from "../policy.ts";
import { pendingInvitations } from "../store/care.ts";
import { toMandate } from "../store/mandates.ts";

export const Seat: SeatResolvers = {
  person: async ({ personId }, _, { load }) => present(await load.person.load(personId)),
  mandate: async ({ mandateId }, _, { load }) => present(await load.mandate.load(mandateId)),
  academy: async ({ academyCode }, _, { load }) =>
    academyCode ? ((await load.academies()).get(academyCode) ?? null) : null,
};

export const AcademicGroup: AcademicGroupResolvers = {
  __resolveReference: ({ id }, { load }) => load.academicGroup.load(id),
  project: ({ projectId }) => ({ id: projectId }),
  theme: ({ themeId }) => ({ id: themeId }),
  academy: async ({ academyCode }, _, { load }) => present((await load.academies()).get(academyCode)),
  pilot: ({ seats }, _, { load }) => holderOf(seats, "PILOT", load),
  referent: ({ seats }, _, { load }) => holderOf(seats, "REFERENT", load),
  compositionCheck: ({ gaps }) => ({ complete: isComplete(gaps), gaps }),
  invitations: async ({ themeId, academyCode, seats }, _, { db, load, actor }) => {
    const codes = family([...(await load.academies()).values()], academyCode);
    const reads = sits(actor, seats) || policy.may(actor, "writeToAcademicGroup", { academyCodes: codes, themeId });
    return reads ? (await pendingInvitations(db, themeId, codes, academicRoles)).map(toMandate) : [];
  },
  partners: ({ id }, _, { load }) => load.partnersOfGroup.load(id),
  dasenAgreements: ({ agreements }) => agreements,
};

export const DasenAgreement: DasenAgreementResolvers = {
  by: ({ byId }, _, { load }) => (byId ? load.person.load(byId) : null),
  note: ({ note }, _, { actor }) => (isSignedIn(actor) ? note : null),
};

export const Partner: PartnerResolvers = {
  contact: ({ contact }, _, { actor }) => (isSignedIn(actor) ? contact : null),
};

export const NationalGroup: NationalGroupResolvers = {
  __resolveReference: ({ id }, { load }) => load.nationalGroup.load(id),
  theme: ({ themeId }) => ({ id: themeId }),
  academicGroups: ({ themeId }, _, { load }) => load.groupsOfTheme.load(themeId),
  compositionCheck: ({ gaps }) => ({ complete: isComplete(gaps), gaps }),
  invitations: async ({ themeId, seats }, _, { db, actor }) => {
    const reads = sits(actor, seats) || policy.may(actor, "writeToNationalGroup", { themeId });
    return reads ? (await pendingInvitations(db, themeId, null, nationalRoles)).map(toMandate) : [];
  },
  diversity: async ({ themeId }, _, { load }) => {
    const groups = await load.groupsOfTheme.load(themeId);
    const ids = groups.flatMap(({ seats }) => seats.map(({ mandateId }) => mandateId));
    return diversityOf((await load.mandate.loadMany(ids)).map((found) => present(found)));
  },
};

const sits = ({ personId }: Context["actor"], seats: readonly { personId: string }[]): boolean =>
  personId !== undefined && seats.some((seat) => seat.personId === personId);

const holderOf = (seats: readonly { role: string; personId: string }[], role: string, load: Context["load"]) => {
  const seat = seats.find((one) => one.role === role);
  return seat ? load.person.load(seat.personId) : null;
};
