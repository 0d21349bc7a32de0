import { connect } from "node:net";

/** What a scanner says of a file; it is the operator's, and Trame only asks. */
export type Scan = { kind: "clean" } | { kind: "infected" } | { kind: "unanswered" };

export type Scanner = (bytes: Uint8Array, name: string) => Promise<Scan>;

const WITHIN_MS = 30_000;

/** `icap://host:1344/service` (RFC 3507), or http(s):// to which the bytes are posted: 200 is clean, 406 is not. */
export function scannerAt(address: string): Scanner {
  const url = new URL(address);
  const ask = url.protocol === "icap:" ? byIcap : byHttp;
  return async (bytes, name) => {
    try {
      return await ask(url, bytes, name);
    } catch {
      return { kind: "unanswered" };
    }
  };
}

async function byHttp(url: URL, bytes: Uint8Array): Promise<Scan> {
  const { status } = await fetch(url, {
    method: "POST",
    headers: { "content-type": "application/octet-stream" },
    body: Buffer.from(bytes),
    redirect: "error",
    signal: AbortSignal.timeout(WITHIN_MS),
  });
  if (status === 200 || status === 204) return { kind: "clean" };
  return { kind: status === 406 ? "infected" : "unanswered" };
}

/** 204 leaves the answer as it is, 200 puts another in its place: that is how a scanner says no. */
async function byIcap(url: URL, bytes: Uint8Array, name: string): Promise<Scan> {
  const head = await converse(url, icapRequest(url, bytes, name));
  const [, status] = /^ICAP\/1\.0 (\d{3})/.exec(head) ?? [];
  if (status === "204") return { kind: "clean" };
  if (status !== "200") return { kind: "unanswered" };
  const named = /^X-(Infection-Found|Virus-ID|Violations-Found):/im.test(head);
  const replaced = /\r\nHTTP\/1\.[01] (403|406|451|5\d\d)/.test(head);
  return { kind: named || replaced ? "infected" : "clean" };
}

function icapRequest(url: URL, bytes: Uint8Array, name: string): Buffer {
  const asked = `GET /${encodeURIComponent(name)} HTTP/1.1\r\nHost: trame\r\n\r\n`;
  const answered = `HTTP/1.1 200 OK\r\nContent-Type: application/octet-stream\r\nContent-Length: ${bytes.length}\r\n\r\n`;
  const head = [
    `RESPMOD ${url.href} ICAP/1.0`,
    `Host: ${url.host}`,
    "Allow: 204",
    "Connection: close",
    `Encapsulated: req-hdr=0, res-hdr=${asked.length}, res-body=${asked.length + answered.length}`,
    "",
    "",
  ].join("\r\n");
  const chunk = bytes.length > 0 ? [`${bytes.length.toString(16)}\r\n`, bytes, "\r\n"] : [];
  return Buffer.concat([head, asked, answered, ...chunk, "0\r\n\r\n"].map((part) => Buffer.from(part)));
}

/** Until the heads of the answer are there; its body is not read. */
function converse({ hostname, port }: URL, question: Buffer): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect({ host: hostname, port: Number(port || 1344) });
    let said = "";
    const end = (done: () => void) => {
      socket.destroy();
      done();
    };
    socket.setTimeout(WITHIN_MS, () => end(() => reject(new Error("no answer in time"))));
    socket.on("connect", () => socket.write(question));
    socket.on("data", (data) => {
      said += data.toString("latin1");
      const heads = said.split("\r\n\r\n").length - 1;
      if (heads >= 2 || (heads === 1 && /^ICAP\/1\.0 (?!200)/.test(said))) end(() => resolve(said));
    });
    socket.on("end", () => end(() => (said ? resolve(said) : reject(new Error("closed without an answer")))));
    socket.on("error", (error) => end(() => reject(error)));
  });
}
