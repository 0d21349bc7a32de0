import { answer } from "@trame/kit/answer";
import type { ApplicationText } from "../../domain/application.ts";
import type { MutationResolvers, ReviseApplicationInput } from "../../gen/schema.ts";
import * as store from "../../store/candidacy.ts";

export const reviseApplication: MutationResolvers["reviseApplication"] = (_, { input }, ctx) =>
  answer(
    ctx,
    { operation: "reviseApplication", input, as: "application", load: (id) => ctx.load.application.load(id) },
    (tx, command) => store.reviseApplication(tx, command, input.applicationId, toText(input)),
  );

/** A field that is absent stays; a person may be taken off with null, a text cannot be. */
function toText(input: ReviseApplicationInput): Partial<ApplicationText> {
  const { applicationId: _id, expectedVersion: _v, idempotencyKey: _k, members, ...rest } = input;
  const persons = ["referentId", "pilotId", "cardieId"];
  const given = Object.entries(rest).filter(
    ([field, value]) => value !== undefined && (value !== null || persons.includes(field)),
  );
  const team = members?.map((member) => ({
    personId: member.personId,
    degree: member.degree,
    track: member.track ?? "GENERAL",
    implementsInClass: member.implementsInClass,
    disciplineCode: member.disciplineCode ?? null,
    departement: member.departement ?? null,
  }));
  return { ...Object.fromEntries(given), ...(team ? { members: team } : {}) };
}
