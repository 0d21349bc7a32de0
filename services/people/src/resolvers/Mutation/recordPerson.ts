import { answer } from "@trame/kit/answer";
import type { MutationResolvers } from "../../gen/schema.ts";
import * as store from "../../store/persons.ts";

export const recordPerson: MutationResolvers["recordPerson"] = (_, { input }, ctx) =>
  answer(
    ctx,
    { operation: "recordPerson", input, as: "person", load: (id) => ctx.load.person.load(id) },
    (tx, command) => {
      const { givenName, familyName, email = null, position = null, academyCode = null, establishment = null } = input;
      return store.recordPerson(tx, command, { givenName, familyName, email, position, academyCode, establishment });
    },
  );
