import type { Readable, Transform } from "node:stream";
import { createBrotliDecompress, createGunzip, createInflate } from "node:zlib";
import { checkedAddresses, pinned, type Reach } from "@trame/kit/pinned";
import { Agent, type Dispatcher, request } from "undici";

export interface Limits {
  /** For the whole visit, redirects included. */
  totalMs: number;
  /** Of the body of one answer; what follows is not read. */
  bytes: number;
}

export interface Answer {
  status: number;
  contentType: string;
  location: string | undefined;
  body: string;
}

export interface Fetching extends Reach {
  limits: Limits;
}

/** One anonymous GET, to the very address that was checked; no redirect is followed. */
export async function fetchOnce(url: URL, fetching: Fetching): Promise<Answer> {
  const addresses = await checkedAddresses(url, fetching);
  const agent = new Agent({
    connect: { lookup: pinned(addresses), timeout: fetching.limits.totalMs },
    headersTimeout: fetching.limits.totalMs,
    bodyTimeout: fetching.limits.totalMs,
    maxHeaderSize: 16 * 1024,
    pipelining: 0,
  });
  try {
    const answer = await request(url, {
      dispatcher: agent,
      signal: fetching.signal,
      headers: {
        "user-agent": "Trame (adresse ouverte R68)",
        accept: "text/html",
        "accept-encoding": "identity",
        "accept-language": "fr",
      },
    });
    return await readAnswer(answer, fetching.limits.bytes);
  } finally {
    // Nothing is kept for a next visit: it will check the name anew.
    await agent.destroy();
  }
}

async function readAnswer({ statusCode, headers, body }: Dispatcher.ResponseData, limit: number): Promise<Answer> {
  const one = (name: string) => [headers[name] ?? []].flat()[0];
  const contentType = one("content-type") ?? "";
  const answer = { status: statusCode, contentType, location: one("location"), body: "" };
  if (statusCode !== 200) return answer;
  return { ...answer, body: await readStart(decoded(body, one("content-encoding")), limit) };
}

/** Some servers compress although nobody asked. */
function decoded(body: Readable, encoding: string | undefined): Readable {
  const decoders: Record<string, () => Transform> = {
    gzip: createGunzip,
    "x-gzip": createGunzip,
    br: createBrotliDecompress,
    deflate: createInflate,
  };
  const decoder = decoders[encoding?.toLowerCase() ?? ""]?.();
  if (!decoder) return body;
  body.on("error", (error) => decoder.destroy(error));
  return body.pipe(decoder);
}

/** The limit counts what comes out of a decoder: a small bomb stays small. */
async function readStart(body: Readable, limit: number): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of body as AsyncIterable<Buffer>) {
    chunks.push(chunk.subarray(0, limit - size));
    size += chunk.length;
    if (size >= limit) break;
  }
  // The signs that are looked for are ASCII, in every encoding of the Web.
  return Buffer.concat(chunks).toString("latin1");
}
