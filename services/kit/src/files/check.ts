import { invalid, type Refusal, rule } from "../refusal.ts";
import { type ArchiveLimits, readArchive } from "./archive.ts";
import type { Scanner } from "./scan.ts";
import { type FileType, isArchive, typeOf } from "./types.ts";

/** What a place takes. */
export interface FileRules {
  /** In bytes. */
  largest: number;
  types: readonly FileType[];
  /** Bytes that an archive or a document may take once unpacked. */
  unpacked?: number;
}

const ARCHIVE_LIMITS: ArchiveLimits = { bytes: 300 * 1024 * 1024, entries: 2_000 };

const MEGABYTE = 1024 * 1024;

export const fileRefusals = {
  empty: () => invalid("FILE_EMPTY", "Ce fichier est vide.", "file"),
  incomplete: () =>
    invalid("FILE_INCOMPLETE", "Le fichier n'est pas arrivé en entier : rien n'a été gardé. Recommencez.", "file"),
  tooLarge: (largest: number) =>
    invalid("FILE_TOO_LARGE", `Ce fichier dépasse ${Math.floor(largest / MEGABYTE)} Mo.`, "file"),
  wrongType: (types: readonly FileType[]) =>
    invalid(
      "FILE_TYPE",
      `Ce que contient ce fichier n'est pas admis, quel que soit son nom. Formats admis : ${types.map(({ label }) => label).join(", ")}.`,
      "file",
    ),
  broken: () => invalid("FILE_BROKEN", "Cette archive ou ce document est abîmé : il ne s'ouvre pas.", "file"),
  bomb: () =>
    invalid("FILE_BOMB", "Ce fichier, une fois décompressé, prendrait une place démesurée : il est refusé.", "file"),
  infected: () =>
    invalid("FILE_INFECTED", "L'analyse a trouvé un contenu malveillant : le fichier est refusé.", "file"),
  notScanned: () =>
    rule(
      "FILE_NOT_SCANNED",
      "L'analyse des fichiers ne répond pas : réessayez dans quelques minutes.",
      undefined,
      "file",
    ),
  tooMany: () =>
    rule(
      "FILE_QUOTA",
      "Trop de fichiers déposés attendent d'être joints : joignez-les ou attendez demain.",
      undefined,
      "file",
    ),
};

export type Checked = { type: FileType; refusals: [] } | { type: null; refusals: Refusal[] };

const no = (...refusals: Refusal[]): Checked => ({ type: null, refusals });

/** Size, content, what it unpacks to, then the scanner: what does not pass is stored nowhere. */
export async function checkFile(
  bytes: Uint8Array,
  name: string,
  { largest, types, unpacked = ARCHIVE_LIMITS.bytes }: FileRules,
  scan?: Scanner,
): Promise<Checked> {
  if (bytes.length === 0) return no(fileRefusals.empty());
  if (bytes.length > largest) return no(fileRefusals.tooLarge(largest));
  const archive = isArchive(bytes) ? await readArchive(bytes, { ...ARCHIVE_LIMITS, bytes: unpacked }) : null;
  if (archive?.kind === "bomb") return no(fileRefusals.bomb());
  if (archive?.kind === "broken") return no(fileRefusals.broken());
  const type = typeOf(bytes, archive?.files ?? new Map());
  if (!type || !types.includes(type)) return no(fileRefusals.wrongType(types));
  const found = await scan?.(bytes, name);
  if (found?.kind === "infected") return no(fileRefusals.infected());
  if (found?.kind === "unanswered") return no(fileRefusals.notScanned());
  return { type, refusals: [] };
}
