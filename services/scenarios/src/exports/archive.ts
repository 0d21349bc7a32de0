import { Zip, ZipDeflate, ZipPassThrough } from "fflate";

export interface Entry {
  name: string;
  /** Packed already, as pictures and documents are: packing it again only takes time. */
  packed?: boolean;
  parts: Iterable<Uint8Array> | AsyncIterable<Uint8Array>;
}

/** A ZIP archive as it is made, an entry and a part at a time. */
export async function* archiveOf(entries: Iterable<Entry>, at: Date): AsyncGenerator<Uint8Array> {
  const ready: Uint8Array[] = [];
  let failure: Error | null = null;
  const zip = new Zip((error, chunk) => {
    failure ??= error;
    ready.push(chunk);
  });
  function* drain() {
    if (failure) throw failure;
    yield* ready.splice(0);
  }
  for (const { name, packed, parts } of entries) {
    const file = packed ? new ZipPassThrough(name) : new ZipDeflate(name);
    file.mtime = at;
    zip.add(file);
    for await (const part of parts) {
      file.push(part);
      yield* drain();
    }
    file.push(new Uint8Array(), true);
  }
  zip.end();
  yield* drain();
}
