import { ACTOR_HEADER, type Actor } from "@trame/kit/actor";
import type { Logger } from "@trame/kit/log";
import type { SubgraphClient } from "../subgraph-client.ts";

/** Somebody who signed in, and by what he or she may claim the profile of a person known without an account. */
export interface Claim {
  issuer: string;
  subject: string;
  verifiedEmail?: string;
  /** Of a link that was handed over. */
  token?: string;
}

/** What people made of it; nothing when it could not be asked. */
export type Claimed = "KNOWN" | "BOUND" | "UNKNOWN" | "LINK_INVALID" | "AMBIGUOUS" | undefined;

const ITSELF: Actor = { kind: "program", name: "gateway", mandates: [], scopes: ["identity:claim"] };

const CLAIM = `mutation Claim($input: ClaimIdentityInput!) { claimIdentity(input: $input) { outcome } }`;

/** Signing in does not wait for people: whoever cannot be bound today is asked again at the next sign-in. */
export function createClaims(
  people: Pick<SubgraphClient, "send">,
  sign: (actor: Actor) => Promise<string>,
  logger: Logger,
): (claim: Claim) => Promise<Claimed> {
  return async ({ issuer, subject, verifiedEmail, token }) => {
    try {
      const request = { query: CLAIM, variables: { input: { issuer, subject, verifiedEmail, token } } };
      const { data } = await people.send(request, { [ACTOR_HEADER]: await sign(ITSELF) });
      return (data?.claimIdentity as { outcome: Claimed } | undefined)?.outcome;
    } catch (error) {
      logger.warn({ reason: String(error) }, "people did not say whose profile it is");
      return undefined;
    }
  };
}
