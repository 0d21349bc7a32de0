import { setTimeout as wait } from "node:timers/promises";
import { readConfig } from "@trame/kit/config";
import Fastify from "fastify";
import { z } from "zod";
import { answerFor } from "./pages.ts";

const config = readConfig({ HOST: z.string(), PORT: z.coerce.number() });
const http = Fastify({ logger: true, forceCloseConnections: true });

http.get("/health/live", () => ({ status: "ok" }));
http.get("/health/ready", () => ({ status: "ok" }));
http.get<{ Params: { host: string; "*": string } }>("/:host/*", async (request, reply) => {
  const { status, html, headers = {}, delayMs = 0 } = answerFor(request.params.host, request.params["*"]);
  if (delayMs > 0) await wait(delayMs);
  return reply.code(status).headers(headers).type("text/html; charset=utf-8").send(html);
});
await http.listen({ host: config.HOST, port: config.PORT });
process.on("SIGTERM", () => void http.close());
