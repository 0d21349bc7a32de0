import type { Command } from "@trame/kit/aggregate";
import { audit } from "@trame/kit/audit";
import { newId } from "@trame/kit/id";
import { notFound, refuse } from "@trame/kit/refusal";
import type { Tx } from "../database.ts";
import { LINK_DAYS } from "../domain/claim.ts";
import { policy } from "../policy.ts";
import { academyFamily } from "./academies.ts";
import { hashOf } from "./erasures.ts";
import { bindIdentity, identify } from "./persons.ts";
import { demandPerson } from "./places.ts";

const DAY_MS = 86_400_000;

/** Somebody whom an identity provider vouches for, and by what he or she claims a profile. */
export interface Claim {
  issuer: string;
  subject: string;
  /** An address that the provider has verified. */
  verifiedEmail: string | null;
  /** Of a link that was given to the person. */
  token: string | null;
}

export type ClaimOutcome = "KNOWN" | "BOUND" | "UNKNOWN" | "LINK_INVALID" | "AMBIGUOUS";

/** A link for one person, once and for some days; whoever may record the person gives it. */
export async function giveClaimLink(tx: Tx, command: Command, personId: string, token: string): Promise<string> {
  const row = await tx.person.findUnique({ where: { id: personId }, select: { academyCode: true } });
  if (!row) refuse(notFound("Cette personne", "personId"));
  const academyCodes = row.academyCode === null ? [] : await academyFamily(tx, row.academyCode);
  policy.demand(command.by, "giveClaimLink", { academyCodes });
  await demandPerson(tx, personId);
  await tx.claimLink.deleteMany({ where: { personId, usedAt: null } });
  const id = newId();
  const expiresAt = new Date(command.at.getTime() + LINK_DAYS * DAY_MS);
  const givenById = command.by.personId ?? null;
  await tx.claimLink.create({ data: { id, personId, token: hashOf(token), givenById, expiresAt } });
  await audit(tx, { at: command.at, actor: command.by, action: "ClaimLinkGiven", subject: `Person:${personId}` });
  return id;
}

/** A subject becomes a person: by a link, else by the one profile with the verified address that nobody claimed yet. */
export async function claimIdentity(
  tx: Tx,
  { by, at }: Command,
  { issuer, subject, verifiedEmail, token }: Claim,
): Promise<ClaimOutcome> {
  await tx.$queryRaw`select pg_advisory_xact_lock(hashtextextended(${`claim/${issuer}/${subject}`}, 0))::text as locked`;
  if (await identify(tx, issuer, subject)) return "KNOWN";
  const found = token ? await byLink(tx, token, at) : await byAddress(tx, verifiedEmail);
  if (!("personId" in found)) return found.outcome;
  const { personId } = found;
  await bindIdentity(tx, issuer, subject, personId);
  const detail = { by: token ? "link" : "address" };
  await audit(tx, { at, actor: by, action: "ProfileClaimed", subject: `Person:${personId}`, detail });
  return "BOUND";
}

type Found = { personId: string } | { outcome: ClaimOutcome };

async function byLink(tx: Tx, token: string, at: Date): Promise<Found> {
  const [link] = await tx.claimLink.updateManyAndReturn({
    where: { token: hashOf(token), usedAt: null, expiresAt: { gt: at } },
    data: { usedAt: at },
  });
  return link ? { personId: link.personId } : { outcome: "LINK_INVALID" };
}

async function byAddress(tx: Tx, verifiedEmail: string | null): Promise<Found> {
  const emailKey = verifiedEmail?.trim().toLowerCase();
  if (!emailKey) return { outcome: "UNKNOWN" };
  const rows = await tx.person.findMany({ where: { emailKey, erasedAt: null }, select: { id: true }, take: 2 });
  const [person, other] = rows;
  if (other) return { outcome: "AMBIGUOUS" };
  if (!person) return { outcome: "UNKNOWN" };
  // Whoever claimed it first keeps it: a second account is bound by a link.
  const claimed = await tx.identity.findFirst({ where: { personId: person.id }, select: { subject: true } });
  return claimed ? { outcome: "UNKNOWN" } : { personId: person.id };
}
