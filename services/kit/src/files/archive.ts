import { setImmediate as nextTurn } from "node:timers/promises";
import { Unzip, UnzipInflate, unzipSync } from "fflate";
import { TELLING } from "./types.ts";

export interface ArchiveLimits {
  /** Of all that it holds, unpacked. */
  bytes: number;
  entries: number;
}

export type Archive =
  | { kind: "read"; files: Map<string, Uint8Array> }
  | { kind: "broken" }
  /** Unpacks to more than anybody means to send. */
  | { kind: "bomb" };

const PIECE = 64 * 1024;
const LARGEST_TELLING = 1024 * 1024;

/** Twice read: by what its directory promises, which sees entries that share their bytes, and by what really comes out. */
export async function readArchive(bytes: Uint8Array, limits: ArchiveLimits): Promise<Archive> {
  let promised = 0;
  let entries = 0;
  try {
    const files = unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        promised += originalSize;
        entries++;
        return TELLING.includes(name) && originalSize <= LARGEST_TELLING;
      },
    });
    if (promised > limits.bytes || entries > limits.entries) return { kind: "bomb" };
    return (await unpacksWithin(bytes, limits.bytes))
      ? { kind: "read", files: new Map(Object.entries(files)) }
      : { kind: "bomb" };
  } catch {
    return { kind: "broken" };
  }
}

/** Nothing of it is kept, and others have their turn meanwhile. */
async function unpacksWithin(bytes: Uint8Array, limit: number): Promise<boolean> {
  let size = 0;
  const reader = new Unzip((file) => {
    file.ondata = (error, data) => {
      if (error) throw error;
      size += data.length;
    };
    file.start();
  });
  reader.register(UnzipInflate);
  for (let start = 0; start < bytes.length && size <= limit; start += PIECE) {
    reader.push(bytes.subarray(start, start + PIECE), start + PIECE >= bytes.length);
    await nextTurn();
  }
  return size <= limit;
}
