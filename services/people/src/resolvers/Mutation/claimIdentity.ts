import { systemCommand } from "@trame/kit/answer";
import { forbidden, refuse } from "@trame/kit/refusal";
import type { MutationResolvers } from "../../gen/schema.ts";
import { mayClaim } from "../../policy.ts";
import * as store from "../../store/claims.ts";

/** The gateway says who signed in; nobody else may. */
export const claimIdentity: MutationResolvers["claimIdentity"] = async (_, { input }, { db, actor, at }) => {
  if (!mayClaim(actor)) refuse(forbidden("FORBIDDEN", "Seule la passerelle rattache les identités."));
  const { issuer, subject, verifiedEmail = null, token = null } = input;
  const outcome = await db.$transaction((tx) =>
    store.claimIdentity(tx, systemCommand("people", at), { issuer, subject, verifiedEmail, token }),
  );
  return { outcome };
};
