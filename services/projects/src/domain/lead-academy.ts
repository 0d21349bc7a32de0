import { type Refusal, refuseAll, required } from "@trame/kit/refusal";
import { refusals } from "../errors.ts";
import type { LeadProposal, Theme, ThemeFact } from "./theme.ts";

/** An academy with a team of its own and a developed expertise: an expert proposes it (R48, R49). */
export function proposeLeadAcademy(theme: Theme, proposal: LeadProposal, teams: readonly string[]): ThemeFact[] {
  const { code, reason } = proposal;
  refuseAll(leadFits(code, reason, teams));
  const known = theme.leadProposal;
  return known?.code === code && known.reason === reason ? [] : [{ type: "LeadAcademyProposed", proposal }];
}

const leadFits = (code: string, reason: string, teams: readonly string[]): Refusal[] => [
  ...(teams.includes(code) ? [] : [refusals.leadWithoutTeam()]),
  ...(reason.trim() === "" ? [required("reason", "L'expertise de l'académie sur le sujet", "R49")] : []),
];

/** At most one lead academy, on an expert's proposal and with its justification (R48, R49). */
export function nameLeadAcademy(theme: Theme, code: string, reason: string, teams: readonly string[]): ThemeFact[] {
  refuseAll(leadFits(code, reason, teams));
  if (theme.leadProposal?.code !== code) refuseAll([refusals.leadNotProposed()]);
  return theme.leadAcademy?.code === code && theme.leadAcademy.reason === reason
    ? []
    : [{ type: "LeadAcademyNamed", code, reason }];
}
