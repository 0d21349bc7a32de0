import type { Refusal } from "./refusal.ts";

/** PostgreSQL and Prisma say so when a text that should be a UUID is none; raw and typed queries say it differently. */
const SIGNS = [/invalid input syntax for type uuid/i, /Error creating UUID/i, /inconsistent column data/i];

/** The caller gave an identifier that cannot exist: bad input, not a fault. */
export function isMalformedId(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const { code, meta } = error as { code?: string; meta?: unknown };
  if (code === "P2023" || code === "22P02" || code === "P2007") return true;
  const text = `${error.message} ${meta === undefined ? "" : JSON.stringify(meta)}`;
  return SIGNS.some((sign) => sign.test(text));
}

export const malformedId: Refusal = {
  kind: "INVALID",
  code: "MALFORMED_ID",
  message: "Cet identifiant est mal formé.",
};
