import { create, toBinary } from "@bufbuild/protobuf";
import { timestampFromDate } from "@bufbuild/protobuf/wkt";
import { PersonDataErasedSchema } from "./gen/erasures/v1/erasure_pb.ts";
import type { PersonState } from "./gen/people/v1/state_pb.ts";

/** What a service says when it has forgotten a person. */
export interface Forgotten {
  erasureId: string;
  personId: string;
  service: string;
  places: number;
}

/** An event for the outbox of the service whose topic it is. */
export const dataErased = (topic: string, at: Date, forgotten: Forgotten) => ({
  type: PersonDataErasedSchema.typeName,
  topic,
  key: forgotten.personId,
  version: 1,
  value: toBinary(PersonDataErasedSchema, create(PersonDataErasedSchema, { ...forgotten, at: timestampFromDate(at) })),
  at,
});

/** What has to be forgotten: the name both ways round, and the mail address. A family name alone is a common word. */
export const wordsOf = ({
  givenName,
  familyName,
  displayName,
  email,
}: Pick<PersonState, "givenName" | "familyName" | "displayName" | "email">): string[] =>
  [...new Set([displayName, `${givenName} ${familyName}`, `${familyName} ${givenName}`, email])]
    .map((words) => words.trim())
    .filter(Boolean);
