import type { AddressInfo } from "node:net";
import { HocuspocusProvider, HocuspocusProviderWebsocket } from "@hocuspocus/provider";
import { type Actor, ANONYMOUS } from "@trame/kit/actor";
import { silentLogger as logger } from "@trame/kit/log";
import type { TestedService } from "@trame/kit/testing/service";
import Fastify from "fastify";
import { WebSocket } from "ws";
import * as Y from "yjs";
import type { Db } from "../src/database.ts";
import { liveRoutes } from "../src/live/routes.ts";

type Service = Pick<TestedService, "url"> & { db: Db };

/** One process that serves live texts; several may share the database. */
export async function openLive({ db, url: databaseUrl }: Service, actors: readonly Actor[]) {
  const http = Fastify({ forceCloseConnections: true });
  const clock = { now: () => new Date("2020-03-10T09:00:00Z") };
  const hub = liveRoutes(http, { db, databaseUrl, clock, logger, origin: "http://localhost:4000" }, async (request) => {
    return actors.find(({ personId }) => personId === request.headers["x-person"]) ?? ANONYMOUS;
  });
  await http.listen({ host: "127.0.0.1", port: 0 });
  const { port } = http.server.address() as AddressInfo;
  return { hub, url: `ws://127.0.0.1:${port}/collab`, stop: () => http.close() };
}

type Live = Awaited<ReturnType<typeof openLive>>;

/** Somebody's browser with a scenario open. */
export function opens({ url }: Pick<Live, "url">, person: Actor, scenarioId: string, document = new Y.Doc()) {
  const headers = { "x-person": person.personId };
  class AsPerson extends WebSocket {
    constructor(address: string) {
      super(address, { headers });
    }
  }
  const messages: { stored?: number; closed?: string }[] = [];
  const refused: string[] = [];
  const socket = new HocuspocusProviderWebsocket({ url, WebSocketPolyfill: AsPerson, delay: 50, minDelay: 50 });
  const provider = new HocuspocusProvider({
    name: scenarioId,
    document,
    token: "session",
    websocketProvider: socket,
    onStateless: ({ payload }) => messages.push(JSON.parse(payload)),
    onAuthenticationFailed: ({ reason }) => refused.push(reason),
  });
  provider.attach();
  return {
    provider,
    document,
    messages,
    refused,
    read: (field = "course") => document.getText(field).toString(),
    write: (words: string, at?: number, field = "course") => {
      const text = document.getText(field);
      text.insert(at ?? text.length, words);
    },
    isSaved: () => provider.isSynced && !provider.hasUnsyncedChanges,
    others: () => [...(provider.awareness?.getStates().values() ?? [])],
    cut: () => socket.disconnect(),
    comesBack: () => void socket.connect(),
    leaves: () => {
      provider.destroy();
      socket.destroy();
    },
  };
}

export type Writer = ReturnType<typeof opens>;
