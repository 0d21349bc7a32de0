import { recipientsOf } from "../domain/superiors.ts";
import type { SuperiorsNoticeResolvers, SuperiorsRecipientResolvers } from "../gen/schema.ts";
import { person } from "./inside.ts";

export const SuperiorsNotice: SuperiorsNoticeResolvers = {
  sentBy: ({ byId }) => person(byId),
  recipients: async ({ id, addressed }, _, { load }) => recipientsOf(addressed, await load.deliveries.load(id)),
};

export const SuperiorsRecipient: SuperiorsRecipientResolvers = {
  academy: ({ academyCode }) => ({ code: academyCode }),
  person: ({ personId }) => person(personId),
};
