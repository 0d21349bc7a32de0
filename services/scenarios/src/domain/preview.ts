import { type Refusal, refuseAll } from "@trame/kit/refusal";
import { refusals } from "../errors.ts";
import type { Scenario } from "./scenario.ts";

/** An address by which somebody without an account reads a draft. */
export interface PreviewLink {
  id: string;
  scenarioId: string;
  byId: string | null;
  createdAt: Date;
  expiresAt: Date;
  revokedAt: Date | null;
}

const LONGEST_DAYS = 60;
const DAY_MS = 86_400_000;

/** Until when the link opens; what is public needs none, what was withdrawn is shown to nobody. */
export function openPreview({ state }: Scenario, days: number, at: Date): Date {
  const found: Refusal[] = [];
  if (state === "PUBLISHED" || state === "WITHDRAWN") found.push(refusals.previewOfDraftsOnly());
  if (days < 1 || days > LONGEST_DAYS) found.push(refusals.previewDays(LONGEST_DAYS));
  refuseAll(found);
  return new Date(at.getTime() + days * DAY_MS);
}

/** Whether the link opens at that moment. */
export const opens = ({ expiresAt, revokedAt }: Pick<PreviewLink, "expiresAt" | "revokedAt">, at: Date): boolean =>
  revokedAt === null && at < expiresAt;
