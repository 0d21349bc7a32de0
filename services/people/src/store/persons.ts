import { aggregate, type Command } from "@trame/kit/aggregate";
import { fold } from "@trame/kit/fold";
import { newId } from "@trame/kit/id";
import { refuseAll } from "@trame/kit/refusal";
import { topics } from "@trame/proto-schemas/topics";
import type { Tx } from "../database.ts";
import {
  recordPerson as decide,
  evolvePerson,
  type NewPerson,
  type Person,
  type PersonFact,
} from "../domain/person.ts";
import { refusals } from "../errors.ts";
import { tellPerson } from "../events.ts";
import type { Person as PersonRow } from "../gen/prisma/client.ts";
import { policy } from "../policy.ts";
import { academyOf } from "./academies.ts";

/** The only writer of persons. */
const persons = aggregate<Tx, Person, PersonFact>({
  name: "Person",
  label: "Cette personne",
  topic: topics.peopleState,
  async lock(tx, id) {
    await tx.$queryRaw`select 1 as one from person where id = ${id}::uuid for update`;
    const row = await tx.person.findUnique({ where: { id } });
    return row && toPerson(row);
  },
  insert: async (tx, person) => void (await tx.person.create({ data: toRow(person) })),
  update: async (tx, person) => void (await tx.person.update({ where: { id: person.id }, data: toRow(person) })),
  evolve: evolvePerson,
  tell: tellPerson,
});

export async function recordPerson(
  tx: Tx,
  command: Command,
  { id = newId(), ...input }: Omit<NewPerson, "id"> & { id?: string },
): Promise<string> {
  policy.demand(command.by, "recordPerson");
  const facts = decide({ id, ...input });
  const { academyCode } = input;
  if (academyCode !== null) {
    refuseAll((await academyOf(tx, academyCode)) ? [] : [refusals.unknownAcademy(academyCode)]);
  }
  await persons.create(tx, command, facts);
  return id;
}

/** Binds a subject of an OpenID provider to a person; issuer "*" is any provider. */
export async function bindIdentity(tx: Tx, issuer: string, subject: string, personId: string): Promise<void> {
  const where = { issuer_subject: { issuer, subject } };
  await tx.identity.upsert({ where, create: { issuer, subject, personId }, update: { personId } });
}

/** The person behind a subject: the provider's own entry before the one of any provider. */
export async function identify(tx: Tx, issuer: string, subject: string): Promise<string | null> {
  const rows = await tx.identity.findMany({ where: { subject, issuer: { in: [issuer, "*"] } } });
  return (rows.find((row) => row.issuer === issuer) ?? rows[0])?.personId ?? null;
}

export function toPerson({ nameKey: _key, searchText: _text, ...person }: PersonRow): Person {
  return person;
}

function toRow(person: Person) {
  return {
    ...person,
    nameKey: fold(`${person.familyName} ${person.givenName}`),
    searchText: fold(`${person.givenName} ${person.familyName}`),
  };
}
