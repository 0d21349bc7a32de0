import { answer } from "@trame/kit/answer";
import type { Correction } from "../../domain/person.ts";
import type { MutationResolvers } from "../../gen/schema.ts";
import * as store from "../../store/persons.ts";

export const correctPerson: MutationResolvers["correctPerson"] = (_, { input }, ctx) =>
  answer(
    ctx,
    { operation: "correctPerson", input, as: "person", load: (id) => ctx.load.person.load(id) },
    (tx, command) => {
      const { personId, idempotencyKey: _key, givenName, familyName, ...rest } = input;
      const names = { ...(givenName != null && { givenName }), ...(familyName != null && { familyName }) };
      return store.correctPerson(tx, command, personId, { ...rest, ...names } as Correction);
    },
  );
