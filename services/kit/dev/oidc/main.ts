import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { text } from "node:stream/consumers";
import { readConfig } from "@trame/kit/config";
import { z } from "zod";
import { moveClock, readClock } from "../clock-file.ts";
import { inData } from "../data-folder.ts";
import { DevFailure } from "../failure.ts";
import { keysOf } from "../keys.ts";
import { readPersonas } from "../personas.ts";
import { choicePage } from "./page.ts";
import { createProvider } from "./provider.ts";

const config = readConfig({
  HOST: z.string(),
  PORT: z.coerce.number(),
  OIDC_ISSUER: z.url(),
  TRAME_ORIGIN: z.url(),
  TRAME_DATA: z.string(),
  TRAME_PERSONAS: z.string().optional(),
  EDU_NUM_SECRET: z.string(),
  ANALYTIQUE_SECRET: z.string(),
});
const personas = () => readPersonas(config.TRAME_PERSONAS);
const provider = createProvider({
  issuer: config.OIDC_ISSUER,
  origin: config.TRAME_ORIGIN,
  keys: keysOf(config.TRAME_DATA),
  personas,
  secrets: { eduNum: config.EDU_NUM_SECRET, analytique: config.ANALYTIQUE_SECRET },
});
const openid = provider.callback();
const clock = inData(config.TRAME_DATA).clock;

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { pathname } = new URL(request.url ?? "/", config.OIDC_ISSUER);
  if (pathname === "/health/live" || pathname === "/health/ready") return sendJson(response, 200, { status: "ok" });
  if (pathname === "/dev/clock") return answerClock(request, response);
  if (pathname.startsWith("/connexion/")) return answerChoice(request, response);
  openid(request, response);
}

async function answerClock(request: IncomingMessage, response: ServerResponse): Promise<void> {
  try {
    const now = request.method === "POST" ? moveClock(clock, JSON.parse(await text(request))) : readClock(clock);
    sendJson(response, 200, { now: now.toISOString() });
  } catch (error) {
    if (!(error instanceof DevFailure || error instanceof SyntaxError)) throw error;
    sendJson(response, 400, { error: error.message });
  }
}

async function answerChoice(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { uid } = await provider.interactionDetails(request, response);
  const sub = request.method === "POST" ? new URLSearchParams(await text(request)).get("sub")?.trim() : undefined;
  if (sub) return provider.interactionFinished(request, response, { login: { accountId: sub } });
  response.writeHead(200, { "content-type": "text/html; charset=utf-8", "cache-control": "no-store" });
  response.end(choicePage(uid, personas()));
}

function sendJson(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { "content-type": "application/json" });
  response.end(JSON.stringify(body));
}

const server = createServer((request, response) => {
  answer(request, response).catch((error) => {
    console.error(error);
    const expired = (error as Error).name === "SessionNotFound";
    if (!response.headersSent)
      sendJson(response, expired ? 400 : 500, { error: "La connexion a expiré : recommencez." });
  });
});
server.listen(config.PORT, config.HOST);
process.on("SIGTERM", () => {
  server.close(() => process.exit(0));
  server.closeAllConnections();
});
