import httpProxy from "@fastify/http-proxy";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { BadToken } from "./auth/bearer.ts";
import { isOwnOrigin } from "./auth/origin.ts";
import type { Callers } from "./callers.ts";
import { type GatewayConfig, subgraphUrls } from "./config.ts";
import { sendNotice } from "./pages.ts";

/** The one WebSocket of the public origin: the texts of a scenario, which several write at once. */
export const LIVE_PATH = "/collab";

/** What one person types in an instant, or pastes. */
const LONGEST_MESSAGE = 256 * 1024;
/** Open at once, in this process. */
const MOST = 4_000;

/** Of the browser's own headers, none goes inside: neither its cookie nor what it says of itself. */
const INSIDE = {
  maxPayload: 4 * LONGEST_MESSAGE,
  handshakeTimeout: 5_000,
  rewriteRequestHeaders: (_: unknown, { forwarded }: FastifyRequest) => ({ ...forwarded }),
};

/**
 * A session's cookie comes with the WebSocket of any site: only our own pages may open one. Who asks is told once, at the
 * door; scenarios looks at the rights again while it is open.
 */
export async function addLive(http: FastifyInstance, config: GatewayConfig, callers: Callers): Promise<void> {
  const origin = new URL(config.TRAME_ORIGIN).origin;
  const open = new Set<object>();
  const preHandler = async (request: FastifyRequest, reply: FastifyReply) => {
    const refuse = (status: number, title: string, message: string) =>
      sendNotice(request, reply, { status, title, message });
    if (request.headers.upgrade?.toLowerCase() !== "websocket") {
      return refuse(426, "Adresse réservée", "On écrit ici à plusieurs, depuis l’atelier d’un scénario.");
    }
    if (!isOwnOrigin(request, origin)) return refuse(403, "Origine refusée", "Ouvrez l’atelier depuis Trame.");
    if (open.size >= MOST) return refuse(503, "Trop de monde", "Réessayez dans quelques instants.");
    try {
      const caller = await callers.of(request);
      if (caller.actor.kind !== "person") return refuse(401, "Session terminée", "Identifiez-vous pour écrire.");
      request.forwarded = await callers.headers(request, caller);
    } catch (error) {
      if (!(error instanceof BadToken)) throw error;
      return refuse(401, "Jeton refusé", "Il est faux, expiré, ou n’est pas destiné à Trame.");
    }
  };
  await http.register(httpProxy, {
    upstream: new URL(subgraphUrls(config).scenarios).origin,
    prefix: LIVE_PATH,
    rewritePrefix: LIVE_PATH,
    routes: ["/"],
    httpMethods: ["GET"],
    disableRequestLogging: true,
    preHandler,
    websocket: true,
    wsServerOptions: { maxPayload: LONGEST_MESSAGE },
    wsClientOptions: INSIDE,
    wsHooks: {
      onConnect: (_context, source) => void open.add(source),
      onDisconnect: (_context, source) => void open.delete(source),
    },
  });
}
