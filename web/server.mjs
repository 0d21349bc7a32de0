import { createRequestHandler } from "@react-router/express";
import compression from "compression";
import express from "express";
import compressed from "express-static-gzip";
import { RouterContextProvider } from "react-router";
import { gatewayWatch, logger, observe, registry, startTraces } from "./telemetry.mjs";

const { PORT = "4020", HOST = "127.0.0.1", GATEWAY_URL = "http://127.0.0.1:4000/graphql" } = process.env;
const LANGUAGES = ["fr", "en"];
const handlers = Object.fromEntries(
  await Promise.all(LANGUAGES.map(async (language) => [language, await handler(language)])),
);
const clientOf = (language) => new URL(`./build/${language}/client`, import.meta.url).pathname;
const traces = await startTraces();
const gatewayAnswers = gatewayWatch(GATEWAY_URL);
let stopping = false;

const app = express();
app.disable("x-powered-by");
app.set("trust proxy", "loopback");
app.get("/health/live", (_request, response) => response.json({ status: "ok" }));
app.get("/health/ready", async (_request, response) => {
  if (stopping) return response.status(503).json({ status: "not ready", problems: ["stopping"], degraded: [] });
  const degraded = (await gatewayAnswers()) ? [] : ["gateway: no answer"];
  response.json({ status: degraded.length > 0 ? "degraded" : "ok", problems: [], degraded });
});
// The gateway keeps this address for its own: this one is reached from inside only.
app.get("/metrics", async (_request, response) => response.type(registry.contentType).send(await registry.metrics()));
app.use(observe(traces));
// While stopping, a kept-alive connection is told to end with its answer.
app.use((_request, response, next) => {
  if (stopping) response.set("Connection", "close");
  next();
});
app.use(compression());
// An asset never changes under its name: nobody asks for it anew, nor for a part of it, so no header says how.
const forEver = { immutable: true, maxAge: "1y", etag: false, lastModified: false, acceptRanges: false };
for (const language of LANGUAGES) {
  const assets = { index: false, enableBrotli: true, serveStatic: forEver };
  app.use("/assets", compressed(`${clientOf(language)}/assets`, assets));
}
app.use("/assets", (_request, response) => response.sendStatus(404));
app.use(express.static(clientOf("fr"), { maxAge: "1h", index: false }));
app.use((request, response, next) => handlers[languageOf(request)](request, response, next));

const server = app.listen(Number(PORT), HOST, (error) => {
  if (error) {
    logger.fatal({ host: HOST, port: PORT, reason: error.message }, "cannot listen");
    process.exit(1);
  }
  logger.info({ host: HOST, port: PORT }, "ready");
});

async function handler(language) {
  const build = await import(new URL(`./build/${language}/server/index.js`, import.meta.url).href);
  return createRequestHandler({ build, getLoadContext: () => new RouterContextProvider() });
}

/** French, unless the reader has chosen: the browser's own languages say nothing about who works in a French programme. */
function languageOf(request) {
  const chosen = /(?:^|;\s*)langue=(\w+)/.exec(request.headers.cookie ?? "")?.[1];
  return LANGUAGES.includes(chosen) ? chosen : "fr";
}

function stop() {
  if (stopping) return;
  stopping = true;
  server.close(() => traces.stop().then(() => process.exit(0)));
  server.closeIdleConnections();
  setTimeout(() => server.closeAllConnections(), 5_000).unref();
}
process.on("SIGTERM", stop);
process.on("SIGINT", stop);
