import type { Actor } from "@trame/kit/actor";
import { afterCursor, orderBy, type Page, type SortKey, toConnection } from "@trame/kit/connection";
import type { Db } from "../database.ts";
import { COMMITTED, type Envelope } from "../domain/envelope.ts";
import type { PayLine } from "../domain/instalment.ts";
import type { Prisma } from "../gen/prisma/client.ts";
import { type Academies, places } from "./access.ts";
import { type InstalmentWithLines, toEnvelope, toInstalment, WITH_LINES } from "./instalments.ts";

export interface InstalmentQuery {
  campaignId?: string | null;
  themeId?: string | null;
  projectId?: string | null;
  schoolYear?: string | null;
  number?: number | null;
  academyCodes?: readonly string[];
  states?: readonly string[] | null;
}

/** The oldest school year's first, so that what is late is on top. */
const ORDER: SortKey[] = [
  { column: "schoolYear", direction: "asc" },
  { column: "number", direction: "asc", parse: Number },
  { column: "academyCode", direction: "asc" },
  { column: "id", direction: "asc" },
];

export async function listInstalments(db: Db, actor: Actor, academies: Academies, query: InstalmentQuery, page: Page) {
  const where = { AND: [matching(query), places(actor, "readPay", academies)] };
  const rows = await db.instalment.findMany({
    where: { AND: [where, afterCursor(ORDER, page.after)] },
    orderBy: orderBy(ORDER),
    take: page.size + 1,
    include: WITH_LINES,
  });
  return toConnection(rows.map(toInstalment), page, {
    keys: ({ schoolYear, number, academyCode, id }) => [schoolYear, String(number), academyCode, id],
    totalCount: () => db.instalment.count({ where }),
  });
}

const matching = ({ academyCodes, states, ...query }: InstalmentQuery): Prisma.InstalmentWhereInput => ({
  campaignId: query.campaignId ?? undefined,
  themeId: query.themeId ?? undefined,
  projectId: query.projectId ?? undefined,
  schoolYear: query.schoolYear ?? undefined,
  number: query.number ?? undefined,
  academyCode: academyCodes ? { in: [...academyCodes] } : undefined,
  state: states ? { in: [...states] } : undefined,
});

/** A line with its instalment: what the payroll office needs of each person. */
export interface PlacedLine {
  line: PayLine;
  rank: number;
  instalment: ReturnType<typeof toInstalment>;
}

const LINE_ORDER: SortKey[] = [
  { column: "instalmentId", direction: "asc" },
  { column: "rank", direction: "asc", parse: Number },
];

export async function listPayLines(db: Db, actor: Actor, academies: Academies, query: InstalmentQuery, page: Page) {
  const where = { instalment: { AND: [matching(query), places(actor, "readPayLines", academies)] } };
  return lines(db, where, page);
}

/** A person's own, whatever the mandates are today. */
export const listOwnLines = (db: Db, personId: string, page: Page) => lines(db, { personId }, page);

async function lines(db: Db, where: Prisma.PayLineWhereInput, page: Page) {
  const rows = await db.payLine.findMany({
    where: { AND: [where, afterCursor(LINE_ORDER, page.after)] },
    orderBy: orderBy(LINE_ORDER),
    take: page.size + 1,
    include: { instalment: { include: WITH_LINES } },
  });
  return toConnection(rows.flatMap(toPlaced), page, {
    keys: ({ instalment, rank }) => [instalment.id, String(rank)],
    totalCount: () => db.payLine.count({ where }),
  });
}

function toPlaced({ rank, instalment: row }: { rank: number; instalment: InstalmentWithLines }): PlacedLine[] {
  const instalment = toInstalment(row);
  const line = instalment.lines[rank];
  return line ? [{ line, rank, instalment }] : [];
}

export interface EnvelopeQuery {
  id?: string;
  schoolYear?: string | null;
  academyCodes?: readonly string[];
}

/** With what is committed of it and what is only planned. */
export interface UsedEnvelope {
  envelope: Envelope;
  committed: number;
  planned: number;
}

export async function listEnvelopes(
  db: Db,
  actor: Actor,
  academies: Academies,
  query: EnvelopeQuery,
): Promise<UsedEnvelope[]> {
  const where: Prisma.EnvelopeWhereInput = {
    id: query.id,
    schoolYear: query.schoolYear ?? undefined,
    academyCode: query.academyCodes ? { in: [...query.academyCodes] } : undefined,
    AND: [places(actor, "readEnvelopes", academies) as Prisma.EnvelopeWhereInput],
  };
  const rows = await db.envelope.findMany({
    where,
    orderBy: [{ schoolYear: "desc" }, { academyCode: "asc" }, { nature: "asc" }, { measure: "asc" }],
  });
  const used = await usedOf(db, [...new Set(rows.map(({ schoolYear }) => schoolYear))]);
  return rows.map(toEnvelope).map((envelope) => ({ envelope, ...(used.get(keyOf(envelope)) ?? NOTHING) }));
}

const NOTHING = { committed: 0, planned: 0 };

interface Place {
  academyCode: string;
  schoolYear: string;
  nature: string;
  measure: string;
}

const keyOf = ({ academyCode, schoolYear, nature, measure }: Place) =>
  [academyCode, schoolYear, nature, measure].join("/");

async function usedOf(db: Db, schoolYears: string[]) {
  const rows = await db.$queryRaw<(Place & { committed: number; planned: number })[]>`
    select i."academyCode", i."schoolYear", l.nature, l.measure,
           coalesce(sum(l.hundredths) filter (where i.state = any(${[...COMMITTED]}::text[])), 0)::integer as committed,
           coalesce(sum(l.hundredths) filter (where i.state <> all(${[...COMMITTED]}::text[])), 0)::integer as planned
      from pay_line l join instalment i on i.id = l."instalmentId"
     where i."schoolYear" = any(${schoolYears}::text[])
     group by 1, 2, 3, 4`;
  return new Map(rows.map((row) => [keyOf(row), row]));
}
