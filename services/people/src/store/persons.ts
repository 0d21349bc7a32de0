import { aggregate, type Command } from "@trame/kit/aggregate";
import { dayIn } from "@trame/kit/day";
import { fold } from "@trame/kit/fold";
import { newId } from "@trame/kit/id";
import { refuseAll } from "@trame/kit/refusal";
import { topics } from "@trame/proto-schemas/topics";
import type { Tx } from "../database.ts";
import {
  type Correction,
  recordPerson as decide,
  correctPerson as decideCorrection,
  evolvePerson,
  type NewPerson,
  type Person,
  type PersonFact,
} from "../domain/person.ts";
import { refusals } from "../errors.ts";
import { tellPerson } from "../events.ts";
import type { Person as PersonRow } from "../gen/prisma/client.ts";
import { policy } from "../policy.ts";
import { academyFamily, academyOf } from "./academies.ts";

/** The only writer of persons. */
export const persons = aggregate<Tx, Person, PersonFact>({
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

/** The administration records anybody; a DAN, the persons of his or her academy. */
export async function recordPerson(
  tx: Tx,
  command: Command,
  { id = newId(), ...input }: Omit<NewPerson, "id"> & { id?: string },
): Promise<string> {
  await demandAdministration(tx, command, input.academyCode);
  const facts = decide({ id, ...input }, dayIn(command.at));
  await demandAcademy(tx, input.academyCode);
  await persons.create(tx, command, facts);
  return id;
}

/** Everybody corrects what is said of himself or herself; who administers, of the others. */
export async function correctPerson(tx: Tx, command: Command, id: string, correction: Correction): Promise<string> {
  if (command.by.personId !== id) {
    const row = await tx.person.findUnique({ where: { id }, select: { academyCode: true } });
    await demandAdministration(tx, command, row?.academyCode ?? null);
    if (correction.academyCode) await demandAdministration(tx, command, correction.academyCode);
  }
  if (correction.academyCode) await demandAcademy(tx, correction.academyCode);
  await persons.change(tx, command, id, (person) => decideCorrection(person, correction));
  return id;
}

async function demandAdministration(tx: Tx, { by }: Command, academyCode: string | null): Promise<void> {
  const academyCodes = academyCode === null ? [] : await academyFamily(tx, academyCode);
  policy.demand(by, "recordPerson", { academyCodes });
}

async function demandAcademy(tx: Tx, academyCode: string | null): Promise<void> {
  if (academyCode === null) return;
  refuseAll((await academyOf(tx, academyCode)) ? [] : [refusals.unknownAcademy(academyCode)]);
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

export function toPerson({ nameKey: _key, searchText: _text, emailKey: _email, ...person }: PersonRow): Person {
  return person;
}

/** An erased person is found by nothing but the id. */
function toRow(person: Person) {
  const { givenName, familyName, email, erasedAt } = person;
  return {
    ...person,
    nameKey: erasedAt ? "" : fold(`${familyName} ${givenName}`),
    searchText: erasedAt ? "" : fold(`${givenName} ${familyName}`),
    emailKey: email?.trim().toLowerCase() ?? null,
  };
}
