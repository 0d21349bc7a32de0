import { answer } from "@trame/kit/answer";
import type { MutationResolvers } from "../../gen/schema.ts";
import * as store from "../../store/appointments.ts";

export const appoint: MutationResolvers["appoint"] = (_, { input }, ctx) =>
  answer(ctx, { operation: "appoint", input, as: "mandate", load: (id) => ctx.load.mandate.load(id) }, (tx, command) =>
    store.appoint(tx, command, {
      personId: input.personId,
      role: input.role,
      academyCode: input.academyCode ?? null,
      themeId: input.themeId ?? null,
      disciplineCode: input.disciplineCode ?? null,
      departement: input.departement ?? null,
      corps: input.corps ?? null,
      degree: input.degree ?? null,
      track: input.track ?? null,
      implementsInClass: input.implementsInClass ?? false,
      startsOn: input.startsOn,
      endsOn: input.endsOn ?? null,
      designation: input.designation ?? null,
      invite: input.invite ?? false,
    }),
  );
