import { randomUUID } from "node:crypto";
import type { IncomingMessage } from "node:http";
import type { Duplex } from "node:stream";
import { Hocuspocus } from "@hocuspocus/server";
import type { Actor } from "@trame/kit/actor";
import { listen } from "@trame/kit/listen";
import type { ActorOf, RoutesBase } from "@trame/kit/service";
import type { FastifyInstance } from "fastify";
import { type WebSocket, WebSocketServer } from "ws";
import type { Db } from "../database.ts";
import { LIVE_CHANNEL } from "../store/live.ts";
import type { Connected } from "./context.ts";
import { hooks } from "./hooks.ts";
import { type Hub, settleNow } from "./hub.ts";
import { hear } from "./news.ts";
import { settleLeftOvers, watchRights } from "./watch.ts";

export const LIVE_PATH = "/collab";

/** A message is what one person typed in an instant; pasting a long text is the longest. */
const LONGEST_MESSAGE = 256 * 1024;
/** Windows of one person, and of all of them in this process. */
const MOST_OF_ONE = 12;
const MOST = 2_000;
/** The process ends: browsers come back, to another. */
const RESTARTS = 1012;
const TOO_MANY = 4429;
/** For the farewell to be answered. */
const LAST_WORDS_MS = 1_000;

/** `/collab`: the texts of a scenario, written by several at once, over a WebSocket that the gateway hands on. */
export function liveRoutes(http: FastifyInstance, base: RoutesBase<Db>, actorOf: ActorOf): Hub {
  const open = new Hocuspocus<Connected>();
  const hub: Hub = { ...base, me: randomUUID(), open, seen: new Map(), told: new Map(), ending: false };
  open.configure(hooks(hub));
  const sockets = new WebSocketServer({ noServer: true, maxPayload: LONGEST_MESSAGE, clientTracking: true });
  const running = [
    listen({
      ...base,
      channels: [LIVE_CHANNEL],
      onNotify: (payload) =>
        void hear(hub, payload).catch((error) => base.logger.warn({ err: error }, "live text not brought up to date")),
    }),
    watchRights(hub),
    settleLeftOvers(hub),
  ];
  const count = (personId: string) => [...people.values()].filter((one) => one === personId).length;
  const people = new Map<WebSocket, string>();

  const take = async (request: IncomingMessage, stream: Duplex, head: Buffer) => {
    const actor = await actorOf(request).catch(() => undefined);
    if (!actor?.personId) return refuse(stream);
    const { personId } = actor;
    sockets.handleUpgrade(request, stream, head, (socket) => {
      if (people.size >= MOST || count(personId) >= MOST_OF_ONE) return socket.close(TOO_MANY);
      people.set(socket, personId);
      socket.once("close", () => people.delete(socket));
      connect(hub, { socket, actor, personId }, new Request(new URL(LIVE_PATH, base.origin)));
    });
  };
  http.server.on("upgrade", (request, stream, head) => {
    stream.on("error", () => stream.destroy());
    if (pathOf(request) === LIVE_PATH) void take(request, stream, head);
    else refuse(stream);
  });
  http.addHook("preClose", async () => {
    await Promise.all([...open.documents.keys()].map((scenarioId) => settleNow(hub, scenarioId)));
    hub.ending = true;
    await Promise.all(running.map((part) => part.stop()));
    for (const socket of sockets.clients) socket.close(RESTARTS);
    sockets.close();
    setTimeout(() => {
      for (const socket of sockets.clients) socket.terminate();
    }, LAST_WORDS_MS).unref();
  });
  return hub;
}

function connect(hub: Hub, connected: Connected & { actor: Actor }, request: Request): void {
  const { socket } = connected;
  const client = hub.open.handleConnection(socket, request, connected);
  socket.on("message", (data: Buffer) => client.handleMessage(new Uint8Array(data)));
  socket.on("close", (code, reason) => client.handleClose({ code, reason: reason.toString() }));
  // What goes wrong with a socket ends it.
  socket.on("error", () => socket.terminate());
}

const pathOf = ({ url = "/" }: IncomingMessage) => new URL(url, "http://inside").pathname;

const refuse = (stream: Duplex) => stream.end("HTTP/1.1 401 Unauthorized\r\nConnection: close\r\n\r\n");
