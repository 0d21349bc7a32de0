import { t } from "@lingui/core/macro";
import type { ReviewOutcome, WorkshopFragment } from "../../gen/graphql.ts";

export interface HistoryStep {
  at: string;
  title: string;
  by?: string;
  outcome?: ReviewOutcome;
  text?: string | null;
}

type Dated = Pick<WorkshopFragment, "reviews" | "versions" | "withdrawnAt" | "withdrawalReason">;

/** What happened to a scenario, the latest first. */
export function history({ reviews, versions, withdrawnAt, withdrawalReason }: Dated): HistoryStep[] {
  const steps: HistoryStep[] = [
    ...reviews.map(({ at, versionNumber, reviewer, outcome, comment }) => ({
      at,
      title: t`Relecture de la version ${versionNumber}`,
      by: reviewer?.displayName,
      outcome,
      text: comment,
    })),
    ...versions.map(({ publishedAt, number, by, title }) => ({
      at: publishedAt,
      title: t`Version ${number} publiée`,
      by: by?.displayName,
      text: title,
    })),
    ...(withdrawnAt ? [{ at: withdrawnAt, title: t`Retrait`, text: withdrawalReason }] : []),
  ];
  return steps.toSorted((one, other) => other.at.localeCompare(one.at));
}
