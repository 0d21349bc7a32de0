import { aggregate } from "@trame/kit/aggregate";
import { topics } from "@trame/proto-schemas/topics";
import type { Tx } from "../database.ts";
import { type Envelope, type EnvelopeFact, evolveEnvelope } from "../domain/envelope.ts";
import {
  evolveInstalment,
  type Instalment,
  type InstalmentFact,
  type InstalmentState,
  type PayMeasure,
  type PayNature,
} from "../domain/instalment.ts";
import type { InstalmentNumber } from "../domain/pay-window.ts";
import {
  type Envelope as EnvelopeRow,
  type Instalment as InstalmentRow,
  type PayLine as PayLineRow,
  Prisma,
} from "../gen/prisma/client.ts";

export const WITH_LINES = { lines: { orderBy: { rank: "asc" } } } as const;

/** The only writer of instalments. Pay is a matter between the academy and the office: the other services are not told. */
export const instalments = aggregate<Tx, Instalment, InstalmentFact>({
  name: "Instalment",
  label: "Ce versement",
  topic: topics.projects,
  async lock(tx, id) {
    await tx.$queryRaw`select 1 as one from instalment where id = ${id}::uuid for update`;
    const row = await tx.instalment.findUnique({ where: { id }, include: WITH_LINES });
    return row && toInstalment(row);
  },
  insert: async (tx, instalment) => void (await tx.instalment.create({ data: toRow(instalment) })),
  async update(tx, instalment) {
    const { id, lines } = instalment;
    await tx.instalment.update({ where: { id }, data: toRow(instalment) });
    await tx.payLine.deleteMany({ where: { instalmentId: id } });
    await tx.payLine.createMany({ data: lines.map((line, rank) => ({ instalmentId: id, rank, ...line })) });
  },
  evolve: evolveInstalment,
  tell: () => null,
});

/** The only writer of envelopes. */
export const envelopes = aggregate<Tx, Envelope, EnvelopeFact>({
  name: "Envelope",
  label: "Cette enveloppe",
  topic: topics.projects,
  async lock(tx, id) {
    await tx.$queryRaw`select pg_advisory_xact_lock(hashtextextended(${id}, 0))::text as locked`;
    const row = await tx.envelope.findUnique({ where: { id } });
    return row && toEnvelope(row);
  },
  insert: async (tx, envelope) => void (await tx.envelope.create({ data: envelope })),
  update: async (tx, envelope) => void (await tx.envelope.update({ where: { id: envelope.id }, data: envelope })),
  evolve: evolveEnvelope,
  tell: () => null,
});

export type InstalmentWithLines = InstalmentRow & { lines: PayLineRow[] };

export function toInstalment({ lines, attested, ordered, rejected, ...row }: InstalmentWithLines): Instalment {
  return {
    ...row,
    number: row.number as InstalmentNumber,
    state: row.state as InstalmentState,
    lines: lines.map(({ instalmentId: _id, rank: _rank, ...line }) => ({
      ...line,
      nature: line.nature as PayNature,
      measure: line.measure as PayMeasure,
    })),
    attested: signed(attested),
    ordered: signed(ordered),
    rejected: signed(rejected),
  };
}

export const toEnvelope = (row: EnvelopeRow): Envelope => ({
  ...row,
  nature: row.nature as PayNature,
  measure: row.measure as PayMeasure,
});

function toRow({ lines: _lines, attested, ordered, rejected, ...instalment }: Instalment) {
  return { ...instalment, attested: unsigned(attested), ordered: unsigned(ordered), rejected: unsigned(rejected) };
}

/** JSON knows no dates. */
function signed<T extends { at: Date }>(json: unknown): T | null {
  if (json === null || json === undefined) return null;
  const act = json as Omit<T, "at"> & { at: string };
  return { ...act, at: new Date(act.at) } as unknown as T;
}

const unsigned = (act: { at: Date } | null) => (act ? { ...act, at: act.at.toISOString() } : Prisma.DbNull);
