import { type IncomingMessage, request as overHttp, type RequestOptions } from "node:http";
import { request as overTls } from "node:https";
import { checkedAddresses, PrivateAddress, pinned, type Reach } from "@trame/kit/pinned";
import { type Attempt, retryAfterOf } from "../domain/webhook-retry.ts";

export interface Posting extends Omit<Reach, "signal"> {
  /** For name, connection and answer together. */
  totalMs: number;
}

const KEPT_BYTES = 500;

/** One POST to the very address that was checked. */
export const post = (
  address: string,
  headers: Record<string, string>,
  body: string,
  posting: Posting,
): Promise<Attempt> => call(address, { method: "POST", headers, body, keptBytes: KEPT_BYTES }, posting);

export interface Call {
  method: "POST" | "PUT" | "DELETE";
  headers: Record<string, string>;
  body: string;
  /** How much of the answer is read. */
  keptBytes: number;
}

/** To the very address that was checked; no redirect is followed. Never throws: whatever happens is an attempt. */
export async function call(
  address: string,
  { method, headers, body, keptBytes }: Call,
  posting: Posting,
): Promise<Attempt> {
  const began = performance.now();
  const signal = AbortSignal.timeout(posting.totalMs);
  const attempt = (status: number | null, answer: string, retryAfterMs: number | null = null): Attempt => ({
    status,
    answer,
    retryAfterMs,
    ms: Math.round(performance.now() - began),
  });
  try {
    const url = new URL(address);
    const addresses = await checkedAddresses(url, { ...posting, signal });
    const answer = await send(url, { method, headers, lookup: pinned(addresses), agent: false, signal }, body);
    // Mastodon says until when in a header of its own.
    const until = answer.headers["retry-after"] ?? String(answer.headers["x-ratelimit-reset"] ?? "");
    const retryAfter = retryAfterOf(until, new Date());
    return attempt(answer.statusCode ?? null, await startOf(answer, keptBytes), retryAfter);
  } catch (error) {
    return attempt(null, signal.aborted ? `Pas de réponse en ${posting.totalMs / 1000} secondes.` : whyNot(error));
  }
}

const send = (url: URL, options: RequestOptions, body: string): Promise<IncomingMessage> =>
  new Promise((resolve, reject) => {
    const request = (url.protocol === "https:" ? overTls : overHttp)(url, options, resolve);
    request.on("error", reject);
    request.end(body);
  });

/** Enough to recognize what was answered; the rest is not read. */
async function startOf(answer: IncomingMessage, keptBytes: number): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of answer as AsyncIterable<Buffer>) {
    chunks.push(chunk);
    size += chunk.length;
    if (size >= keptBytes) break;
  }
  answer.destroy();
  // PostgreSQL keeps no NUL in a text.
  return Buffer.concat(chunks).subarray(0, keptBytes).toString("utf8").replaceAll("\u0000", "");
}

function whyNot(error: unknown): string {
  if (error instanceof PrivateAddress) return error.message;
  const { code = "", message = "" } = error as { code?: string; message?: string };
  if (/ENOTFOUND|EAI_AGAIN|ENODATA|ESERVFAIL/.test(code)) return "Ce nom de site n'existe pas.";
  if (/ECONNREFUSED|EHOSTUNREACH|ENETUNREACH/.test(code)) return "Le site n'accepte pas la connexion.";
  if (/CERT|SSL|TLS|SELF_SIGNED|UNABLE_TO_VERIFY/.test(code)) return "Le certificat du site n'est pas valable.";
  return `Le site n'a pas répondu correctement (${code || message}).`.slice(0, KEPT_BYTES);
}
