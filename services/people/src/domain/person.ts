import { type Refusal, refuseAll, required } from "@trame/kit/refusal";
import { refusals } from "../errors.ts";

/** A person of the programme, with or without an account. */
export interface Person {
  id: string;
  version: number;
  givenName: string;
  familyName: string;
  displayName: string;
  position: string | null;
  academyCode: string | null;
  establishment: string | null;
  email: string | null;
}

export type NewPerson = Omit<Person, "version" | "displayName">;

export type PersonFact = { type: "PersonRecorded"; person: Omit<Person, "version"> };

export function recordPerson(person: NewPerson): PersonFact[] {
  const givenName = person.givenName.trim();
  const familyName = person.familyName.trim();
  const found: Refusal[] = [];
  if (givenName === "") found.push(required("givenName", "Le prénom"));
  if (familyName === "") found.push(required("familyName", "Le nom"));
  if (person.email !== null && !/^\S+@\S+\.\S+$/.test(person.email)) found.push(refusals.emailMalformed());
  refuseAll(found);
  return [
    { type: "PersonRecorded", person: { ...person, givenName, familyName, displayName: `${givenName} ${familyName}` } },
  ];
}

export const evolvePerson = (_: Person | null, { person }: PersonFact): Person => ({ ...person, version: 0 });
