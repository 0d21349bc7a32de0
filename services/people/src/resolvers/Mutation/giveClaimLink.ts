import { answer } from "@trame/kit/answer";
import { LINK_DAYS } from "../../domain/claim.ts";
import type { MutationResolvers } from "../../gen/schema.ts";
import * as store from "../../store/claims.ts";
import { newToken } from "../../store/erasures.ts";

/** The link is told once: only its hash is kept. */
export const giveClaimLink: MutationResolvers["giveClaimLink"] = (_, { input: { personId } }, ctx) => {
  const token = newToken();
  const claimLink = {
    url: `${ctx.origin}/auth/login?jeton=${token}`,
    expiresAt: new Date(ctx.at.getTime() + LINK_DAYS * 86_400_000),
  };
  return answer(
    ctx,
    { operation: "giveClaimLink", input: {}, as: "claimLink", load: async () => claimLink },
    (tx, command) => store.giveClaimLink(tx, command, personId, token),
  );
};
