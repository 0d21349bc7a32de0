// A program that keeps up with what the TraAM publish, in one file without any dependency: node subscriber.mjs
// It is told by webhook, checks the signature, and after an absence reads what it missed by cursor.
//   TRAME_ORIGIN    where Trame is, http://localhost:4000 for example
//   WEBHOOK_SECRET  whsec_…, as the screen « Programmes abonnés » shows it
//   PORT, STATE     where to listen, and the file that remembers how far it has read
import { createHmac, timingSafeEqual } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import process from "node:process";

const {
  TRAME_ORIGIN = "http://localhost:4000",
  WEBHOOK_SECRET = "",
  PORT = "5000",
  STATE = "cursor.txt",
} = process.env;
const key = Buffer.from(WEBHOOK_SECRET.replace("whsec_", ""), "base64");
const TOLERANCE_S = 300;

/** What this program knows, by publication: telling it twice changes nothing. */
const known = new Map();

function take(type, { id, title, url, updatedAt }) {
  if (known.get(id)?.updatedAt > updatedAt) return;
  known.set(id, { type, updatedAt });
  console.log(`${type}\t${title}\t${url}`);
}

/** Everything after the cursor, page by page. A withdrawal is an entry like the others. */
async function catchUp() {
  let after = existsSync(STATE) ? readFileSync(STATE, "utf8") : "0";
  for (;;) {
    const answer = await fetch(`${TRAME_ORIGIN}/publications?after=${after}&limit=500`);
    if (!answer.ok) throw new Error(`the log answered ${answer.status}`);
    const { items, next } = await answer.json();
    for (const { type, publication } of items) take(type, publication);
    writeFileSync(STATE, next);
    if (next === after) return;
    after = next;
  }
}

function isGenuine(headers, body) {
  const { "webhook-id": id, "webhook-timestamp": timestamp, "webhook-signature": signatures = "" } = headers;
  if (!(Math.abs(Date.now() / 1000 - Number(timestamp)) < TOLERANCE_S)) return false;
  const expected = createHmac("sha256", key).update(`${id}.${timestamp}.${body}`).digest();
  return signatures.split(" ").some((one) => {
    const given = Buffer.from(one.startsWith("v1,") ? one.slice(3) : "", "base64");
    return given.length === expected.length && timingSafeEqual(given, expected);
  });
}

createServer(async (request, response) => {
  const chunks = [];
  for await (const chunk of request) chunks.push(chunk);
  const body = Buffer.concat(chunks).toString("utf8");
  if (!isGenuine(request.headers, body)) return response.writeHead(401).end();
  const { type, data } = JSON.parse(body);
  if (type !== "webhook.test") take(type.replace("publication.", ""), data);
  // Answer first, work later: whoever takes longer than 15 seconds is told again.
  response.writeHead(204).end();
}).listen(Number(PORT), "127.0.0.1", async () => {
  await catchUp();
  console.log("ready");
});
