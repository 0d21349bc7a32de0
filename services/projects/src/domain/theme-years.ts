import { refuseAll, required } from "@trame/kit/refusal";
import { refusals } from "../errors.ts";
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

/** The second school year begins: by itself, or only once it is renewed. */
export const beginSecondYear = (theme: Theme, asksForRenewal: boolean): ThemeFact[] =>
  theme.state === "YEAR_1" && theme.durationYears === 2 && (theme.renewal?.granted ?? !asksForRenewal)
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
