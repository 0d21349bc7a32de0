import { createHash, randomBytes } from "node:crypto";
import type { Command } from "@trame/kit/aggregate";
import { audit } from "@trame/kit/audit";
import { manyByKey } from "@trame/kit/batch";
import { newId } from "@trame/kit/id";
import { notFound, refuse } from "@trame/kit/refusal";
import type { Db, Tx } from "../database.ts";
import { openPreview, opens } from "../domain/preview.ts";
import { demandWriter, place } from "./writing.ts";

/** Not to be guessed: 192 bits. */
export const newSecret = (): string => randomBytes(24).toString("base64url");

const hashOf = (secret: string): string => createHash("sha256").update(secret).digest("hex");

/** The secret is told once, to who asked: its hash is what is kept. */
export async function createPreview(
  tx: Tx,
  command: Command,
  { scenarioId, days, secret }: { scenarioId: string; days: number; secret: string },
): Promise<string> {
  const { row, scope } = await place(tx, scenarioId);
  demandWriter(command, row, scope);
  const expiresAt = openPreview(row, days, command.at);
  const id = newId();
  const byId = command.by.personId ?? null;
  await tx.previewLink.create({
    data: { id, scenarioId, hash: hashOf(secret), byId, createdAt: command.at, expiresAt },
  });
  await trace(tx, command, "createPreviewLink", id);
  return id;
}

/** At once, and for good. Twice is once. */
export async function revokePreview(tx: Tx, command: Command, id: string): Promise<string> {
  const link = await tx.previewLink.findUnique({ where: { id } });
  if (!link) refuse(notFound("Ce lien d'aperçu", "previewLinkId"));
  const { row, scope } = await place(tx, link.scenarioId);
  demandWriter(command, row, scope);
  const { count } = await tx.previewLink.updateMany({
    where: { id, revokedAt: null },
    data: { revokedAt: command.at },
  });
  if (count > 0) await trace(tx, command, "revokePreviewLink", id);
  return link.scenarioId;
}

/** The scenario that the secret opens at that moment; none when it is unknown, expired or revoked. */
export async function previewedBy(db: Db, secret: string, at: Date): Promise<string | null> {
  const link = await db.previewLink.findUnique({ where: { hash: hashOf(secret) } });
  return link && opens(link, at) ? link.scenarioId : null;
}

/** By scenario, the latest first. */
export const previewLinks = (db: Db) =>
  manyByKey(
    (ids) => db.previewLink.findMany({ where: { scenarioId: { in: [...ids] } }, orderBy: { createdAt: "desc" } }),
    ({ scenarioId }) => scenarioId,
  );

/** The trail never holds the secret. */
const trace = (tx: Tx, { at, by }: Command, action: string, id: string) =>
  audit(tx, { at, actor: by, action, subject: `PreviewLink:${id}` });
