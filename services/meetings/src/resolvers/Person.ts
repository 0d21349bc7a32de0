import { nested } from "@trame/kit/connection";
import { refuse } from "@trame/kit/refusal";
import { refusals } from "../errors.ts";
import type { PersonResolvers } from "../gen/schema.ts";

export const Person: PersonResolvers = {
  __resolveReference: ({ id }) => ({ id }),
  meetings: async ({ id }, args, { actor, load }) => {
    if (actor.personId !== id) refuse(refusals.notYourMeetings());
    const convened = await load.ofPerson.load(id);
    return nested(
      convened.map(({ meeting }) => meeting),
      args,
    );
  },
};
