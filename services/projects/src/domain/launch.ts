import { type Refusal, refuseAll } from "@trame/kit/refusal";
import { refusals } from "../errors.ts";
import type { Theme, ThemeFact } from "./theme.ts";

/** What the launch waits for, as people and communications told it. */
export interface Readiness {
  /** Blocking gaps of the national group (R22, R23, R25); null until people spoke. */
  groupGaps: { code: string; message: string; requirement: string }[] | null;
  priorWorkAt: Date | null;
  literatureAt: Date | null;
}

/** What something still waits for. */
export interface Gap {
  code: string;
  message: string;
  field: string | null;
  requirement: string;
}

/** What is still missing before the theme may be launched (R22, R23, R25, R50 to R54). */
export function launchGaps({ groupGaps, priorWorkAt, literatureAt }: Readiness): Gap[] {
  const gaps: Gap[] = (
    groupGaps ?? [
      { code: "NO_NATIONAL_GROUP", message: "Le groupe national n'est pas encore constitué.", requirement: "R22" },
    ]
  ).map((gap) => ({ ...gap, field: "nationalGroup" }));
  if (!priorWorkAt) {
    gaps.push({
      code: "NO_PRIOR_WORK_REVIEW",
      message: "La revue des travaux et expérimentations existants n'est pas consignée.",
      field: "priorWorkReview",
      requirement: "R52",
    });
  }
  if (!literatureAt) {
    gaps.push({
      code: "NO_LITERATURE_REVIEW",
      message: "La revue succincte de la littérature n'est pas consignée.",
      field: "literatureReview",
      requirement: "R54",
    });
  }
  return gaps;
}

/** Launched once the call is closed and nothing is missing; at once in its first year when that has begun. */
export function launchTheme(theme: Theme, readiness: Readiness, at: Date): ThemeFact[] {
  if (theme.state === "DRAFT" || theme.state === "AGREED" || theme.state === "OPEN")
    refuseAll([refusals.notYetClosed()]);
  if (theme.state !== "CLOSED") refuseAll([refusals.alreadyLaunched()]);
  refuseAll(
    launchGaps(readiness).map(({ code, message, field, requirement }): Refusal => {
      return { kind: "RULE", code, message, field: field ?? undefined, requirement };
    }),
  );
  return [{ type: "ThemeLaunched", at }];
}

/** The school year makes a launched theme's first year begin. */
export const beginFirstYear = (theme: Theme): ThemeFact[] =>
  theme.state === "LAUNCHED" ? [{ type: "ThemeAdvanced", state: "YEAR_1" }] : [];
