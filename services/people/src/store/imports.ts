import type { Command } from "@trame/kit/aggregate";
import { fold } from "@trame/kit/fold";
import { type Refusal, Refusals } from "@trame/kit/refusal";
import type { Tx } from "../database.ts";
import { confirm, type Mandate } from "../domain/mandate.ts";
import { nameOf } from "../domain/role.ts";
import { policy } from "../policy.ts";
import { type MandateLine, type Nomenclatures, type PersonLine, readLine } from "../transfer/line.ts";
import type { Line } from "../transfer/sheet.ts";
import { academyFamily, academyOf, allAcademies } from "./academies.ts";
import { appoint, changeUnexamined, endMandate, mandateFor } from "./appointments.ts";
import { toMandate } from "./mandates.ts";
import { correctPerson, recordPerson } from "./persons.ts";
import { recompose, todayAt } from "./places.ts";

export type Effect = "NEW" | "CHANGED" | "ENDED" | "UNCHANGED" | "REFUSED";

/** What became, or would become, of one line. */
export interface Outcome {
  line: number;
  name: string;
  person: Effect;
  /** Null where the line gives no mandate. */
  mandate: Effect | null;
  /** French, for the person who looks. */
  detail: string;
  refusals: Refusal[];
}

/** Each line is done or refused by itself, under the rights and rules of whoever does it by hand. */
export async function importLines(
  tx: Tx,
  command: Command,
  lines: readonly { number: number; line: Line }[],
): Promise<Outcome[]> {
  const known = await nomenclatures(tx);
  const outcomes: Outcome[] = [];
  for (const { number, line } of lines) outcomes.push(await importLine(tx, command, number, line, known));
  return outcomes;
}

async function importLine(
  tx: Tx,
  command: Command,
  number: number,
  line: Line,
  known: Nomenclatures,
): Promise<Outcome> {
  const { person, mandate, refusals } = readLine(line, known);
  const name = `${person.givenName} ${person.familyName}`.trim();
  const refused = (why: Refusal[]): Outcome => ({
    line: number,
    name,
    person: "REFUSED",
    mandate: mandate && "REFUSED",
    detail: "",
    refusals: why,
  });
  if (refusals.length > 0) return refused(refusals);
  await tx.$executeRaw`savepoint line`;
  try {
    const found = await importPerson(tx, command, person);
    const given = mandate && (await importMandate(tx, command, found.id, mandate));
    await tx.$executeRaw`release savepoint line`;
    const detail = mandate
      ? `${nameOf[mandate.role]}, du ${mandate.startsOn} ${mandate.endsOn ? `au ${mandate.endsOn}` : "sans terme"}`
      : "";
    return { line: number, name, person: found.effect, mandate: given, detail, refusals: [] };
  } catch (error) {
    if (!(error instanceof Refusals)) throw error;
    await tx.$executeRaw`rollback to savepoint line`;
    return refused([...error.refusals]);
  }
}

/** Known by the address, else by the name in the same academy. */
async function importPerson(tx: Tx, command: Command, line: PersonLine): Promise<{ id: string; effect: Effect }> {
  const row = await knownPerson(tx, line);
  if (!row) {
    const { email = null, position = null, academyCode = null, establishment = null } = line;
    return {
      id: await recordPerson(tx, command, { ...line, email, position, academyCode, establishment }),
      effect: "NEW",
    };
  }
  const said = Object.entries(line).filter(([field, value]) => value && value !== row[field as keyof typeof row]);
  if (said.length === 0) return { id: row.id, effect: "UNCHANGED" };
  await correctPerson(tx, command, row.id, Object.fromEntries(said));
  return { id: row.id, effect: "CHANGED" };
}

async function knownPerson(tx: Tx, { email, givenName, familyName, academyCode }: PersonLine) {
  const emailKey = email?.toLowerCase();
  const byEmail = emailKey ? await tx.person.findMany({ where: { emailKey, erasedAt: null }, take: 2 }) : [];
  if (byEmail.length === 1) return byEmail[0];
  const nameKey = fold(`${familyName} ${givenName}`);
  const byName = await tx.person.findMany({
    where: { nameKey, academyCode: academyCode ?? null, erasedAt: null, ...(emailKey && { emailKey: null }) },
    take: 2,
  });
  return byName.length === 1 ? byName[0] : undefined;
}

async function importMandate(tx: Tx, command: Command, personId: string, line: MandateLine): Promise<Effect> {
  const held = await sameMandate(tx, personId, line);
  if (!held) {
    await appoint(tx, command, { personId, ...line });
    return "NEW";
  }
  if (held.endsOn === line.endsOn) return "UNCHANGED";
  const ordered = (day: string | null) => day ?? "9999-12-31";
  const plain = { by: command.by, at: command.at };
  if (line.endsOn !== null && ordered(line.endsOn) < ordered(held.endsOn)) {
    await endMandate(tx, plain, held.id, { endsOn: line.endsOn, reason: "Import : nouvelle date de fin" });
    return "ENDED";
  }
  await prolong(tx, plain, held, ordered(line.endsOn));
  return "CHANGED";
}

async function prolong(tx: Tx, command: Command, held: Mandate, until: string): Promise<void> {
  await mandateFor(tx, command, held.id);
  await changeUnexamined(tx, command, held.id, (mandate) => confirm(mandate, {}, until));
  await recompose(tx, command, held);
}

/** The same role in the same place, not yet over. */
async function sameMandate(tx: Tx, personId: string, line: MandateLine): Promise<Mandate | null> {
  const { role, academyCode, themeId, disciplineCode, departement } = line;
  const today = todayAt(await academyOf(tx, academyCode), new Date(`${line.startsOn}T12:00:00Z`));
  const row = await tx.mandate.findFirst({
    where: {
      personId,
      role,
      academyCode: academyCode === null ? null : { in: await academyFamily(tx, academyCode) },
      themeId,
      disciplineCode: role === "IAN" ? disciplineCode : undefined,
      departement: role === "DASEN" ? departement : undefined,
      state: { in: ["STARTED", "PLANNED", "INVITED", "ENDED"] },
      OR: [{ endsOn: null }, { endsOn: { gte: today } }],
      startsOn: line.endsOn === null ? undefined : { lte: line.endsOn },
    },
    orderBy: [{ startsOn: "desc" }, { id: "asc" }],
  });
  return row && toMandate(row);
}

async function nomenclatures(tx: Tx): Promise<Nomenclatures> {
  const academies = await allAcademies(tx);
  const themes = await tx.theme.findMany({ select: { id: true, title: true } });
  const titles = themes.map(({ title }) => fold(title));
  const disciplines = await tx.discipline.findMany({ select: { code: true, label: true } });
  return {
    academies: new Map(academies.flatMap(({ id, name }) => [[id, id] as const, [fold(name), id] as const])),
    // A title that two campaigns have says nothing: the identifier does.
    themes: new Map(
      themes.flatMap(({ id, title }) => [
        [id, id] as const,
        ...(titles.filter((one) => one === fold(title)).length === 1 ? [[fold(title), id] as const] : []),
      ]),
    ),
    disciplines: new Map(
      disciplines.flatMap(({ code, label }) => [[fold(code), code] as const, [fold(label), code] as const]),
    ),
  };
}

/** Whoever may record at least the persons of one academy may bring a sheet; each line is looked at by itself. */
export const mayImport = (command: Command): boolean =>
  command.by.kind === "system" ||
  command.by.mandates.some(({ academyCode }) =>
    policy.may(command.by, "importPersons", academyCode ? { academyCodes: [academyCode] } : {}),
  );
