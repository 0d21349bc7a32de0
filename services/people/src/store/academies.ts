import { aggregate, type Command } from "@trame/kit/aggregate";
import { fold } from "@trame/kit/fold";
import { topics } from "@trame/proto-schemas/topics";
import type { Db, Tx } from "../database.ts";
import {
  type Academy,
  type AcademyFact,
  evolveAcademy,
  family,
  recordAcademy,
  type Status,
} from "../domain/academy.ts";
import { tellAcademy } from "../events.ts";
import type { Academy as AcademyRow } from "../gen/prisma/client.ts";

/** The only writer of academies. */
const academies = aggregate<Tx, Academy, AcademyFact>({
  name: "Academy",
  label: "Cette académie",
  topic: topics.people,
  async lock(tx, code) {
    await tx.$queryRaw`select 1 as one from academy where code = ${code} for update`;
    const row = await tx.academy.findUnique({ where: { code } });
    return row && toAcademy(row);
  },
  insert: async (tx, academy) => void (await tx.academy.create({ data: toRow(academy) })),
  update: async (tx, academy) => void (await tx.academy.update({ where: { code: academy.id }, data: toRow(academy) })),
  evolve: evolveAcademy,
  tell: tellAcademy,
});

/** Records the academies that are new or differ. Replicas that start together wait for each other. */
export async function recordAcademies(db: Db, command: Command, found: readonly Omit<Academy, "version">[]) {
  await db.$transaction(
    async (tx) => {
      await tx.$queryRaw`select pg_advisory_xact_lock(hashtextextended('academies', 0))::text as locked`;
      const known = new Map((await tx.academy.findMany()).map((row) => [row.code, toAcademy(row)]));
      for (const academy of found) {
        if (recordAcademy(known.get(academy.id) ?? null, academy).length === 0) continue;
        await academies.changeOrCreate(tx, command, academy.id, (state) => recordAcademy(state, academy));
      }
    },
    { maxWait: 15_000, timeout: 60_000 },
  );
}

export const allAcademies = async (tx: Tx): Promise<Academy[]> =>
  (await tx.academy.findMany({ orderBy: [{ nameKey: "asc" }, { code: "asc" }] })).map(toAcademy);

/** The academy with those that it came from or went into: a mandate in one is a mandate in the other. */
export async function academyFamily(tx: Tx, code: string): Promise<string[]> {
  const rows = await tx.academy.findMany({ select: { code: true, successorCode: true } });
  return family(
    rows.map((row) => ({ id: row.code, successorCode: row.successorCode })),
    code,
  );
}

export async function academyOf(tx: Tx, code: string | null): Promise<Academy | null> {
  const row = code === null ? null : await tx.academy.findUnique({ where: { code } });
  return row && toAcademy(row);
}

function toAcademy({ code, nameKey: _key, statuses, ...rest }: AcademyRow): Academy {
  return { id: code, ...rest, statuses: statuses as unknown as Status[] };
}

function toRow({ id, statuses, ...academy }: Academy) {
  return { code: id, ...academy, nameKey: fold(academy.name), statuses: statuses.map((status) => ({ ...status })) };
}
