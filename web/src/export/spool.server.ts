import { mkdtemp, open, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import type { ReadableStream as WebStream } from "node:stream/web";

/**
 * The whole file on disk before its first byte leaves: memory stays constant, and a service that stops answering half
 * way leaves no half file with the reader. The file has no name any more when it is read, so nothing is left behind.
 */
export async function spool(
  source: ReadableStream<Uint8Array>,
): Promise<{ body: ReadableStream<Uint8Array>; size: number }> {
  const folder = await mkdtemp(join(tmpdir(), "trame-export-"));
  const file = await open(join(folder, "file"), "w+").finally(() => rm(folder, { recursive: true, force: true }));
  try {
    let size = 0;
    for await (const chunk of Readable.fromWeb(source as WebStream)) size += (await file.write(chunk)).bytesWritten;
    return { body: Readable.toWeb(file.createReadStream({ start: 0 })) as ReadableStream<Uint8Array>, size };
  } catch (error) {
    await file.close();
    throw error;
  }
}
