import { createHash } from "node:crypto";
import { refuseAll } from "@trame/kit/refusal";
import type { Db, Tx } from "../database.ts";
import { refusals } from "../errors.ts";

const LARGEST = 300 * 1024;

/** What a file's first bytes say in hexadecimal, whatever its name says. */
const SIGNS: readonly [type: string, sign: RegExp][] = [
  ["image/png", /^89504e470d0a1a0a/],
  ["image/jpeg", /^ffd8ff/],
  ["image/gif", /^47494638(37|39)61/],
  ["image/webp", /^52494646.{8}57454250/],
];

/** Kept once under what it holds. */
export async function keepImage(tx: Tx, base64: string, at: Date): Promise<string> {
  const bytes = Buffer.from(base64, "base64");
  const type = SIGNS.find(([, sign]) => sign.test(bytes.subarray(0, 16).toString("hex")))?.[0];
  refuseAll([...(type ? [] : [refusals.notAnImage()]), ...(bytes.length > LARGEST ? [refusals.imageTooLarge()] : [])]);
  const id = createHash("sha256").update(bytes).digest("base64url").slice(0, 32);
  await tx.letterImage.createMany({
    data: [{ id, type: type ?? "", bytes: new Uint8Array(bytes), at }],
    skipDuplicates: true,
  });
  return id;
}

export const readImage = (db: Db, id: string) => db.letterImage.findUnique({ where: { id } });
