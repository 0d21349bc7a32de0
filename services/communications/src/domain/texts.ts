import { type Refusal, required } from "@trame/kit/refusal";
import { refusals } from "../errors.ts";

/** A text that must be there, once trimmed. */
export const present = (text: string, field: string, what: string, requirement?: string): Refusal[] =>
  text.trim() === "" ? [required(field, what, requirement)] : [];

/** An open list (R14, R16, R53, R60, R74): the value OTHER says which. */
export const labelled = (
  value: string,
  label: string | null,
  { field, what, requirement }: { field: string; what: string; requirement: string },
): Refusal[] =>
  value === "OTHER" && (label ?? "").trim() === "" ? [refusals.labelMissing(field, what, requirement)] : [];

/** Pages show it as a link: only the web's own schemes, never javascript: or data:. */
export const webAddress = (url: string, field: string): Refusal[] =>
  isWebAddress(url) ? [] : [refusals.notAnAddress(field)];

export function isWebAddress(url: string): boolean {
  return /^https?:\/\/[^\s/?#]+/i.test(url) && URL.canParse(url);
}
