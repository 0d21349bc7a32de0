import { z } from "zod";
import { oaiError } from "./errors.ts";

const at = z.iso.datetime();

const shape = z.strictObject({
  verb: z.enum(["ListIdentifiers", "ListRecords"]),
  metadataPrefix: z.string(),
  set: z.string().nullable(),
  from: at.nullable(),
  until: at,
  /** The last record that was told: the next ones come after it. */
  after: z.tuple([at, z.string()]),
  told: z.number().int().nonnegative(),
  size: z.number().int().nonnegative(),
});

/** Where a list stopped. It holds all that the next page needs, so that it never expires and no process keeps it. */
export type Token = z.infer<typeof shape>;

export const writeToken = (token: Token): string => Buffer.from(JSON.stringify(token)).toString("base64url");

export function readToken(text: string, verb: string): Token {
  const { data } = shape.safeParse(parsed(text));
  if (data?.verb !== verb) oaiError("badResumptionToken", "Ce jeton de reprise n'est pas de nous, ou pas de ce verbe.");
  return data;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(Buffer.from(text, "base64url").toString());
  } catch {
    return null;
  }
}
