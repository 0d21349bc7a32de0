import { createRequestHandler } from "@react-router/express";
import compression from "compression";
import express from "express";
import { RouterContextProvider } from "react-router";

const { PORT = "4020", HOST = "127.0.0.1" } = process.env;
const build = await import(new URL("./build/server/index.js", import.meta.url).href);
const client = new URL("./build/client", import.meta.url).pathname;
let stopping = false;

const app = express();
app.disable("x-powered-by");
app.set("trust proxy", "loopback");
app.get("/health/live", (_request, response) => response.type("text").send("ok"));
app.get("/health/ready", (_request, response) =>
  response
    .status(stopping ? 503 : 200)
    .type("text")
    .send(stopping ? "stopping" : "ok"),
);
// While stopping, a kept-alive connection is told to end with its answer.
app.use((_request, response, next) => {
  if (stopping) response.set("Connection", "close");
  next();
});
app.use(compression());
app.use("/assets", express.static(`${client}/assets`, { immutable: true, maxAge: "1y", fallthrough: false }));
app.use(express.static(client, { maxAge: "1h", index: false }));
app.use(createRequestHandler({ build, getLoadContext: () => new RouterContextProvider() }));

const server = app.listen(Number(PORT), HOST, (error) => {
  if (error) {
    console.error(`web: cannot listen on ${HOST}:${PORT}: ${error.message}`);
    process.exit(1);
  }
  console.log(`web: listening on http://${HOST}:${PORT}`);
});

function stop() {
  if (stopping) return;
  stopping = true;
  server.close(() => process.exit(0));
  server.closeIdleConnections();
  setTimeout(() => server.closeAllConnections(), 5_000).unref();
}
process.on("SIGTERM", stop);
process.on("SIGINT", stop);
