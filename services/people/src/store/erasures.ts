import { createHash, randomBytes } from "node:crypto";
import { aggregate, type Command } from "@trame/kit/aggregate";
import { forgetKey, forgetWords } from "@trame/kit/forget";
import { newId } from "@trame/kit/id";
import { forbidden, notFound, refuse } from "@trame/kit/refusal";
import { wordsOf } from "@trame/proto-schemas/erasures";
import { peopleEvents, peopleStateEvents, topics } from "@trame/proto-schemas/topics";
import type { Tx } from "../database.ts";
import {
  type Acknowledgement,
  askErasure,
  confirmErasure as decideConfirmed,
  withdrawErasure as decideWithdrawn,
  type Erasure,
  type ErasureFact,
  type ErasureState,
  evolveErasure,
  acknowledge as hear,
  type Wishing,
} from "../domain/erasure.ts";
import { erasePerson } from "../domain/person.ts";
import type { Erasure as ErasureRow } from "../gen/prisma/client.ts";
import { policy } from "../policy.ts";
import { endAllMandates } from "./leaving.ts";
import { persons, toPerson } from "./persons.ts";

/** The only writer of erasures. What the others must know of one leaves with the person's last state. */
export const erasures = aggregate<Tx, Erasure, ErasureFact>({
  name: "Erasure",
  label: "Cette demande d'effacement",
  topic: topics.people,
  async lock(tx, id) {
    await tx.$queryRaw`select 1 as one from erasure where id = ${id}::uuid for update`;
    const row = await tx.erasure.findUnique({ where: { id } });
    return row && toErasure(row);
  },
  insert: async (tx, erasure) => void (await tx.erasure.create({ data: toRow(erasure) })),
  update: async (tx, erasure) => void (await tx.erasure.update({ where: { id: erasure.id }, data: toRow(erasure) })),
  evolve: evolveErasure,
  tell: () => null,
});

/** A token that only its holder knows: what is kept is its hash. */
export const newToken = (): string => randomBytes(24).toString("base64url");
export const hashOf = (token: string): string => createHash("sha256").update(token).digest("hex");

/** A person for himself or herself, or the administration for somebody who asked in writing. */
export async function askToErase(
  tx: Tx,
  command: Command,
  { personId, keepsAuthorship, token }: { personId: string; keepsAuthorship: boolean; token: string },
): Promise<string> {
  demandSelf(command, personId);
  const id = newId();
  const erasure = { id, personId, keepsAuthorship, receipt: hashOf(token), askedById: command.by.personId ?? null };
  await erasures.create(tx, command, askErasure(erasure, await wishing(tx, personId), command.at));
  return id;
}

export async function withdrawErasure(tx: Tx, command: Command, id: string): Promise<string> {
  await demandOwn(tx, command, id);
  await erasures.change(tx, command, id, decideWithdrawn);
  return id;
}

/**
 * Mandates end, the way in is closed, and every service is told what to forget. Here it is forgotten at once; the
 * others say when they have.
 */
export async function confirmErasure(tx: Tx, command: Command, id: string): Promise<string> {
  const { personId } = await demandOwn(tx, command, id);
  const now = await wishing(tx, personId);
  const { keepsAuthorship } = await erasures.change(tx, command, id, (erasure) =>
    decideConfirmed(erasure, now, command.at),
  );
  const plain = { by: command.by, at: command.at };
  await endAllMandates(tx, plain, personId);
  const person = await tx.person.findUniqueOrThrow({ where: { id: personId } });
  const keeps = keepsAuthorship && (await isPublishedAuthor(tx, personId));
  const words = wordsOf({ ...toPerson(person), email: person.email ?? "" });
  await persons.change(tx, plain, personId, (state) => erasePerson(state, id, keeps, command.at));
  const places = await forgetHere(tx, personId, words);
  await acknowledge(tx, plain, id, { service: "people", at: command.at, places });
  return id;
}

/** The person's own row and last message already say what stays. */
async function forgetHere(tx: Tx, personId: string, words: string[]): Promise<number> {
  await tx.identity.deleteMany({ where: { personId } });
  await tx.claimLink.deleteMany({ where: { personId } });
  const corrections = await tx.correction.deleteMany({ where: { personId } });
  const places = await forgetWords(tx, {
    words,
    by: "personne effacée",
    messages: { ...peopleEvents, ...peopleStateEvents },
    // A namesake keeps the name.
    spare: ["person"],
    spareMessages: peopleStateEvents,
  });
  return corrections.count + places;
}

/** A service says that it has forgotten; after the last one, the topic of names forgets too. */
export async function acknowledge(tx: Tx, command: Command, id: string, said: Acknowledgement): Promise<void> {
  if (!(await tx.erasure.findUnique({ where: { id }, select: { id: true } }))) return;
  const before = await tx.erasure.findUniqueOrThrow({ where: { id }, select: { state: true } });
  const after = await erasures.change(tx, command, id, (erasure) => hear(erasure, said));
  if (before.state === "COMPLETE" || after.state !== "COMPLETE") return;
  const { personId } = after;
  await persons.change(tx, command, personId, ({ displayName, erasedAt }) => {
    const keepsAuthorship = erasedAt !== null && displayName !== "Personne effacée";
    return [{ type: "PersonForgotten", keepsAuthorship }];
  });
  await forgetKey(tx, topics.peopleState, personId);
}

const isPublishedAuthor = async (tx: Tx, personId: string): Promise<boolean> =>
  (await tx.participationFact.findFirst({ where: { personId, kind: "AUTHORED" }, select: { id: true } })) !== null;

async function wishing(tx: Tx, personId: string): Promise<Wishing> {
  const person = await tx.person.findUnique({ where: { id: personId }, select: { erasedAt: true } });
  if (!person) refuse(notFound("Cette personne", "personId"));
  const pending = await tx.erasure.findFirst({
    where: { personId, state: { in: ["ASKED", "ANNOUNCED", "RUNNING"] } },
    select: { id: true },
  });
  const admins = await tx.mandate.findMany({
    where: { role: "ADMIN", state: "STARTED" },
    select: { personId: true },
    distinct: ["personId"],
  });
  const lastAdmin = admins.length === 1 && admins[0]?.personId === personId;
  return { erased: person.erasedAt !== null, pending: pending !== null, lastAdmin };
}

function demandSelf({ by }: Command, personId: string): void {
  if (by.personId !== personId) policy.demand(by, "eraseAnother");
}

async function demandOwn(tx: Tx, command: Command, id: string): Promise<{ personId: string }> {
  const row = await tx.erasure.findUnique({ where: { id }, select: { personId: true } });
  if (!row) refuse(command.by.kind === "person" ? notFound("Cette demande", "erasureId") : forbidden());
  demandSelf(command, row.personId);
  return row;
}

type Stored = Omit<Acknowledgement, "at"> & { at: string };

export const toErasure = ({ state, acknowledgements, ...rest }: ErasureRow): Erasure => ({
  ...rest,
  state: state as ErasureState,
  acknowledgements: (acknowledgements as unknown as Stored[]).map(({ at, ...said }) => ({ ...said, at: new Date(at) })),
});

const toRow = ({ acknowledgements, ...erasure }: Erasure) => ({
  ...erasure,
  acknowledgements: acknowledgements.map(({ at, ...said }) => ({ ...said, at: at.toISOString() })),
});
