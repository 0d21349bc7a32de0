import { refuseAll, required } from "@trame/kit/refusal";
import { refusals } from "../errors.ts";
import type { Gap } from "./launch.ts";
import type { Renewal, Theme, ThemeFact, ThemeState } from "./theme.ts";

/** At the end of year 1, where the campaign asks for it; refused, the theme ends with its first year (R46). */
export function renewTheme(
  theme: Theme,
  renewal: Renewal,
  campaign: { asksForRenewal: boolean; firstYearEndsOn: string },
): ThemeFact[] {
  refuseAll(renewal.reason.trim() === "" ? [required("reason", "La raison de la décision", "R46")] : []);
  if (theme.durationYears !== 2 || !campaign.asksForRenewal) refuseAll([refusals.nothingToRenew()]);
  if (theme.state !== "YEAR_1") refuseAll([refusals.notInFirstYear()]);
  if (theme.renewal) refuseAll([refusals.renewalDecided()]);
  return [{ type: "ThemeRenewalDecided", renewal, endsOn: renewal.granted ? theme.endsOn : campaign.firstYearEndsOn }];
}

/** What the second year waits for: its renewal where the campaign asks for one, and the first one's synthesis. */
export interface SecondYearTerms {
  asksForRenewal: boolean;
  /** When the intermediate synthesis was signed, as communications told it (R92). */
  intermediateAt: Date | null;
}

/** What is still missing before a theme of two years enters the second; nothing of one that is not on its way there. */
export function secondYearGaps(theme: Theme, { asksForRenewal, intermediateAt }: SecondYearTerms): Gap[] {
  if (!awaitsSecondYear(theme)) return [];
  const gaps: Gap[] = [];
  if (asksForRenewal && !theme.renewal) {
    const message = "Le département DNE A2 n'a pas encore décidé de la seconde année.";
    gaps.push({ code: "NOT_RENEWED", message, field: "renewal", requirement: "R46" });
  }
  if (!intermediateAt) {
    const message = "La synthèse intermédiaire de la première année n'est pas signée.";
    gaps.push({ code: "NO_INTERMEDIATE_SYNTHESIS", message, field: "syntheses", requirement: "R92" });
  }
  return gaps;
}

const awaitsSecondYear = ({ state, durationYears, renewal }: Theme): boolean =>
  (state === "LAUNCHED" || state === "YEAR_1") && durationYears === 2 && renewal?.granted !== false;

/** The second school year begins once nothing is missing (R46, R92). */
export const beginSecondYear = (theme: Theme, terms: SecondYearTerms): ThemeFact[] =>
  theme.state === "YEAR_1" && awaitsSecondYear(theme) && secondYearGaps(theme, terms).length === 0
    ? [{ type: "ThemeAdvanced", state: "YEAR_2" }]
    : [];

const AT_WORK: readonly ThemeState[] = ["LAUNCHED", "YEAR_1", "YEAR_2"];

/** Signed, the final synthesis ends the work; distributed, it ends the theme. Told out of order, nothing goes back. */
export function closeWithSynthesis({ state }: Theme, isDistributed: boolean): ThemeFact[] {
  if (isDistributed) {
    return AT_WORK.includes(state) || state === "SYNTHESISED" ? [{ type: "ThemeAdvanced", state: "DIFFUSED" }] : [];
  }
  return AT_WORK.includes(state) ? [{ type: "ThemeAdvanced", state: "SYNTHESISED" }] : [];
}
