import { aggregate } from "@trame/kit/aggregate";
import { fold } from "@trame/kit/fold";
import { topics } from "@trame/proto-schemas/topics";
import type { Tx } from "../database.ts";
import {
  evolveTheme,
  type LeadProposal,
  type Milestone,
  type Renewal,
  type Theme,
  type ThemeFact,
  type ThemeKind,
  type ThemeState,
} from "../domain/theme.ts";
import { tellTheme } from "../events.ts";
import type { Theme as ThemeRow } from "../gen/prisma/client.ts";
import { fromJson, toJson } from "./json.ts";

/** The only writer of themes. */
export const themes = aggregate<Tx, Theme, ThemeFact>({
  name: "Theme",
  label: "Ce thème",
  topic: topics.projects,
  async lock(tx, id) {
    await tx.$queryRaw`select 1 as one from theme where id = ${id}::uuid for update`;
    const row = await tx.theme.findUnique({ where: { id } });
    return row && toTheme(row);
  },
  insert: async (tx, theme) => void (await tx.theme.create({ data: toRow(theme) })),
  update: async (tx, theme) => void (await tx.theme.update({ where: { id: theme.id }, data: toRow(theme) })),
  evolve: evolveTheme,
  tell: tellTheme,
});

export function toTheme(row: ThemeRow): Theme {
  const { titleKey: _key, searchText: _text, agreedById, agreedAt, agreementNote, ...known } = row;
  const { kind, state, leadAcademyCode, leadAcademyReason, leadProposal, renewal, milestones, ...rest } = known;
  return {
    ...rest,
    kind: kind as ThemeKind,
    state: state as ThemeState,
    agreement: agreedById && agreedAt ? { byId: agreedById, at: agreedAt, note: agreementNote } : null,
    milestones: milestones as unknown as Milestone[],
    leadAcademy: leadAcademyCode ? { code: leadAcademyCode, reason: leadAcademyReason ?? "" } : null,
    leadProposal: fromJson<LeadProposal>(leadProposal, "at"),
    renewal: fromJson<Renewal>(renewal, "at"),
  };
}

function toRow({ agreement, leadAcademy, leadProposal, renewal, milestones, ...theme }: Theme) {
  return {
    ...theme,
    titleKey: fold(theme.title),
    searchText: fold([theme.title, ...theme.questions].join(" ")),
    agreedById: agreement?.byId ?? null,
    agreedAt: agreement?.at ?? null,
    agreementNote: agreement?.note ?? null,
    milestones: milestones.map(({ title, dueOn }) => ({ title, dueOn })),
    leadAcademyCode: leadAcademy?.code ?? null,
    leadAcademyReason: leadAcademy?.reason ?? null,
    leadProposal: toJson(leadProposal),
    renewal: toJson(renewal),
  };
}
