import type { Day } from "@trame/kit/day";
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
  /** The day on which he or she became known; null: before that was kept. */
  recordedOn: Day | null;
  /** Since when everything but the id is forgotten, and the name of an author who keeps the authorship. */
  erasedAt: Date | null;
}

export type NewPerson = Omit<Person, "version" | "displayName" | "recordedOn" | "erasedAt">;

/** What may be put right of a person. */
export type Correction = Partial<Omit<NewPerson, "id">>;

export type PersonFact =
  | { type: "PersonRecorded"; person: Omit<Person, "version"> }
  | { type: "PersonCorrected"; person: Omit<Person, "version"> }
  /** The words to forget leave with it once; the name stays only with an author of published works. */
  | { type: "PersonErased"; was: Omit<Person, "version">; at: Date; erasureId: string; keepsAuthorship: boolean }
  /** Everybody has forgotten: the compacted topic does too. */
  | { type: "PersonForgotten"; keepsAuthorship: boolean };

/** What is read in the place of a forgotten name. */
export const ERASED_NAME = "Personne effacée";

export function recordPerson(person: NewPerson, on: Day): PersonFact[] {
  return [{ type: "PersonRecorded", person: { ...checked(person), recordedOn: on, erasedAt: null } }];
}

/** Only what differs is a correction. */
export function correctPerson(person: Person, correction: Correction): PersonFact[] {
  refuseAll(person.erasedAt ? [refusals.alreadyErased()] : []);
  const { version: _version, ...before } = person;
  const after = { ...before, ...checked({ ...before, ...correction }) };
  return JSON.stringify(after) === JSON.stringify(before) ? [] : [{ type: "PersonCorrected", person: after }];
}

function checked(person: NewPerson) {
  const givenName = person.givenName.trim();
  const familyName = person.familyName.trim();
  const found: Refusal[] = [];
  if (givenName === "") found.push(required("givenName", "Le prénom"));
  if (familyName === "") found.push(required("familyName", "Le nom"));
  if (person.email !== null && !/^\S+@\S+\.\S+$/.test(person.email)) found.push(refusals.emailMalformed());
  refuseAll(found);
  return { ...person, givenName, familyName, displayName: `${givenName} ${familyName}` };
}

/** All that is known of the person goes; an author's name stays when he or she keeps the authorship. */
export function erasePerson(person: Person, erasureId: string, keepsAuthorship: boolean, at: Date): PersonFact[] {
  const { version: _version, ...was } = person;
  return person.erasedAt ? [] : [{ type: "PersonErased", was, at, erasureId, keepsAuthorship }];
}

export function evolvePerson(person: Person | null, fact: PersonFact): Person {
  switch (fact.type) {
    case "PersonRecorded":
    case "PersonCorrected":
      return { ...fact.person, version: 0 };
    case "PersonErased":
      return erased(fact);
    case "PersonForgotten":
      if (!person) throw new Error(`${fact.type} without a person`);
      return person;
  }
}

const erased = ({ was, at, keepsAuthorship }: Extract<PersonFact, { type: "PersonErased" }>): Person => ({
  id: was.id,
  version: 0,
  givenName: "",
  familyName: "",
  displayName: keepsAuthorship ? was.displayName : ERASED_NAME,
  position: null,
  academyCode: null,
  establishment: null,
  email: null,
  recordedOn: null,
  erasedAt: at,
});
