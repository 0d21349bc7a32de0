import { type IncomingMessage, request as overHttp, type RequestOptions } from "node:http";
import { request as overTls } from "node:https";
import { checkedAddresses, PrivateAddress, pinned, type Reach } from "@trame/kit/pinned";
import { type Attempt, retryAfterOf } from "../domain/webhook-retry.ts";

export interface Posting extends Omit<Reach, "signal"> {
  /** For name, connection and answer together. */
  totalMs: number;
}

const KEPT_BYTES = 500;

/** One POST to the very address that was checked; no redirect is followed. Never throws: whatever happens is an attempt. */
export async function post(
  address: string,
  headers: Record<string, string>,
  body: string,
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
    const answer = await send(url, { method: "POST", headers, lookup: pinned(addresses), agent: false, signal }, body);
    const retryAfter = retryAfterOf(answer.headers["retry-after"], new Date());
    return attempt(answer.statusCode ?? null, await startOf(answer), retryAfter);
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
async function startOf(answer: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of answer as AsyncIterable<Buffer>) {
    chunks.push(chunk);
    size += chunk.length;
    if (size >= KEPT_BYTES) break;
  }
  answer.destroy();
  // PostgreSQL keeps no NUL in a text.
  return Buffer.concat(chunks).subarray(0, KEPT_BYTES).toString("utf8").replaceAll("\u0000", "");
}

function whyNot(error: unknown): string {
  if (error instanceof PrivateAddress) return error.message;
  const { code = "", message = "" } = error as { code?: string; message?: string };
  if (/ENOTFOUND|EAI_AGAIN|ENODATA|ESERVFAIL/.test(code)) return "Ce nom de site n'existe pas.";
  if (/ECONNREFUSED|EHOSTUNREACH|ENETUNREACH/.test(code)) return "Le site n'accepte pas la connexion.";
  if (/CERT|SSL|TLS|SELF_SIGNED|UNABLE_TO_VERIFY/.test(code)) return "Le certificat du site n'est pas valable.";
  return `Le site n'a pas répondu correctement (${code || message}).`.slice(0, KEPT_BYTES);
}
