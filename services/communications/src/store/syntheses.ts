import { aggregate, type Command } from "@trame/kit/aggregate";
import { dayIn } from "@trame/kit/day";
import { stableId } from "@trame/kit/id";
import { notFound, refuse } from "@trame/kit/refusal";
import { topics } from "@trame/proto-schemas/topics";
import type { Tx } from "../database.ts";
import type { Foreword, SectionCode, Signature, Synthesis, SynthesisFact, SynthesisKind } from "../domain/synthesis.ts";
import * as rules from "../domain/synthesis.ts";
import type { Facts } from "../domain/synthesis-facts.ts";
import { tellSynthesis } from "../events.ts";
import { Prisma, type Synthesis as Row } from "../gen/prisma/client.ts";
import { policy } from "../policy.ts";
import { authorOf } from "./authors.ts";
import { factsOf } from "./synthesis-facts.ts";

/** The only writer of syntheses. */
export const syntheses = aggregate<Tx, Synthesis, SynthesisFact>({
  name: "Synthesis",
  label: "Cette synthèse",
  topic: topics.communications,
  async lock(tx, id) {
    await tx.$queryRaw`select 1 as one from synthesis where id = ${id} for update`;
    const row = await tx.synthesis.findUnique({ where: { id } });
    return row && toSynthesis(row);
  },
  insert: async (tx, state) => void (await tx.synthesis.create({ data: toRow(state) })),
  update: async (tx, state) => void (await tx.synthesis.update({ where: { id: state.id }, data: toRow(state) })),
  evolve: rules.evolveSynthesis,
  tell: tellSynthesis,
});

const AT_WORK = ["LAUNCHED", "YEAR_1", "YEAR_2"];

/** Each synthesis that is due has its draft as soon as the theme is launched (R92). */
export async function openDue(
  tx: Tx,
  command: Command,
  theme: { id: string; state: string; durationYears: number },
): Promise<void> {
  if (!AT_WORK.includes(theme.state)) return;
  for (const kind of rules.dueSyntheses(theme.durationYears)) {
    const id = synthesisIdOf(theme.id, kind);
    await syntheses.changeOrCreate(tx, command, id, (before) =>
      before ? [] : [{ type: "SynthesisOpened", id, themeId: theme.id, kind, at: command.at }],
    );
  }
}

export const synthesisIdOf = (themeId: string, kind: SynthesisKind): string => stableId("synthesis", themeId, kind);

async function themeOf(tx: Tx, id: string): Promise<string> {
  const row = await tx.synthesis.findUnique({ where: { id }, select: { themeId: true } });
  return row?.themeId ?? refuse(notFound("Cette synthèse"));
}

export async function editSynthesis(
  tx: Tx,
  command: Command,
  id: string,
  sections: readonly { code: SectionCode; text: string }[],
): Promise<string> {
  policy.demand(command.by, "writeSynthesis", { themeId: await themeOf(tx, id) });
  await syntheses.change(tx, command, id, (synthesis) => rules.editSynthesis(synthesis, sections));
  return id;
}

/** Those in office today: one expert, or a pair (R25). */
export async function expertsOf(tx: Pick<Tx, "mandate">, themeId: string, at: Date): Promise<string[]> {
  const today = dayIn(at);
  const rows = await tx.mandate.findMany({
    where: {
      ...{ role: "EXPERT", themeId, startsOn: { lte: today } },
      OR: [{ endsOn: null }, { endsOn: { gte: today } }],
    },
    select: { personId: true },
    distinct: ["personId"],
  });
  return rows.map(({ personId }) => personId);
}

export async function signSynthesis(tx: Tx, command: Command, id: string): Promise<string> {
  const themeId = await themeOf(tx, id);
  policy.demand(command.by, "signSynthesis", { themeId });
  const signing = {
    personId: authorOf(command),
    at: command.at,
    expertIds: await expertsOf(tx, themeId, command.at),
    facts: await factsOf(tx, themeId, command.at),
  };
  await syntheses.change(tx, command, id, (synthesis) => rules.signSynthesis(synthesis, signing));
  return id;
}

export async function writeForeword(tx: Tx, command: Command, id: string, text: string): Promise<string> {
  policy.demand(command.by, "writeForeword", { themeId: await themeOf(tx, id) });
  const foreword = { text, authorId: authorOf(command), at: command.at };
  await syntheses.change(tx, command, id, (synthesis) => rules.writeForeword(synthesis, foreword));
  return id;
}

interface Stored {
  personId: string;
  at: string;
}

export function toSynthesis({ kind, state, sections, facts, foreword, signatures, ...row }: Row): Synthesis {
  const written = foreword as unknown as (Omit<Foreword, "at"> & { at: string }) | null;
  return {
    ...row,
    kind: kind as SynthesisKind,
    state: state as Synthesis["state"],
    sections: sections as Synthesis["sections"],
    facts: facts as Facts | null,
    foreword: written && { ...written, at: new Date(written.at) },
    signatures: (signatures as unknown as Stored[]).map(
      ({ personId, at }): Signature => ({ personId, at: new Date(at) }),
    ),
  };
}

const toRow = ({ sections, facts, foreword, signatures, ...row }: Synthesis) => ({
  ...row,
  sections: { ...sections },
  facts: facts ? { ...facts } : Prisma.DbNull,
  foreword: foreword ? { ...foreword, at: foreword.at.toISOString() } : Prisma.DbNull,
  signatures: signatures.map(({ personId, at }) => ({ personId, at: at.toISOString() })),
});
