import httpProxy, { type FastifyHttpProxyOptions } from "@fastify/http-proxy";
import { ACTOR_HEADER } from "@trame/kit/actor";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { BadToken } from "./auth/bearer.ts";
import type { Callers } from "./callers.ts";
import { type GatewayConfig, type SubgraphName, subgraphUrls } from "./config.ts";
import { sendNotice } from "./pages.ts";

declare module "fastify" {
  interface FastifyRequest {
    /** What is added to a forwarded request. */
    forwarded?: Record<string, string>;
  }
}

/** Addresses that services answer themselves. */
const ADDRESSES: { prefix: string; routes?: string[]; service: SubgraphName; signedIn?: boolean }[] = [
  { prefix: "/feeds", service: "communications" },
  // A published edition and its sheet; the lists of letters are pages of the portal.
  { prefix: "/lettres", routes: ["/lettre.css", "/:slug/:number"], service: "communications" },
  { prefix: "/publications", service: "communications" },
  { prefix: "/desabonnement", service: "communications" },
  { prefix: "/abonnement", service: "communications" },
  { prefix: "/modules", routes: ["/:id/cartouche.imscc"], service: "communications" },
  // The synthesis itself is a page of the portal.
  { prefix: "/syntheses", routes: ["/:id/document.pdf", "/lire/:token"], service: "communications" },
  // By a token, or one meeting: its group's browsers read more of it than a visitor.
  { prefix: "/calendars", service: "meetings", signedIn: true },
  { prefix: "/oai", service: "scenarios" },
  // A document is its readers': the browser's session says who asks.
  { prefix: "/recepisses", service: "projects", signedIn: true },
  // A campaign's cahier des charges: the programme office deposits it there, and reads it before the call opens.
  { prefix: "/files/projects", service: "projects", signedIn: true },
  // What was joined to a scenario is its readers'; its authors deposit it there.
  { prefix: "/files/scenarios", service: "scenarios", signedIn: true },
  { prefix: "/documents", service: "meetings", signedIn: true },
  { prefix: "/sitemap.xml", service: "scenarios" },
  { prefix: "/sitemap", routes: ["/:rank.xml"], service: "scenarios" },
  // A scenario's record and its downloads; its page is the portal's. A draft is its group's.
  {
    prefix: "/scenarios",
    routes: ["xml", "pdf", "odt", "md", "zip"].map((ending) => `/:slug.${ending}`),
    service: "scenarios",
    signedIn: true,
  },
];

/** Everything that is not the gateway's own goes to the service that answers it, or to the portal. */
export async function addForwarding(http: FastifyInstance, config: GatewayConfig, callers: Callers): Promise<void> {
  const services = subgraphUrls(config);
  for (const { prefix, routes, service, signedIn } of ADDRESSES) {
    const preHandler = async (request: FastifyRequest, reply: FastifyReply) => {
      try {
        const caller = signedIn ? await callers.of(request) : await callers.ofProgram(request);
        request.forwarded = await callers.headers(request, caller);
      } catch (error) {
        if (!(error instanceof BadToken)) throw error;
        return sendNotice(request, reply, {
          status: 401,
          title: "Jeton refusé",
          message: "Il est faux, expiré, ou n'est pas destiné à Trame.",
        });
      }
    };
    await http.register(httpProxy, {
      ...forwarding(new URL(services[service]).origin, config.TRAME_ORIGIN, ["cookie", "authorization"]),
      ...(routes && { routes }),
      prefix,
      rewritePrefix: prefix,
      preHandler,
    });
  }
  await http.register(httpProxy, {
    ...forwarding(config.WEB_URL, config.TRAME_ORIGIN, []),
    prefix: "/",
    rewritePrefix: "/",
  });
}

/** What only we may say to the inside, and what a connection says of itself. */
const OURS = [
  ACTOR_HEADER,
  "x-forwarded-for",
  "x-forwarded-host",
  "x-forwarded-proto",
  "forwarded",
  "x-request-id",
  "traceparent",
];

const forwarding = (upstream: string, origin: string, withheld: string[]): FastifyHttpProxyOptions => ({
  upstream,
  // An upstream that is away says so at once; its own Retry-After is for the client.
  undici: { connections: 64, connect: { timeout: 1_000 }, headersTimeout: 30_000, bodyTimeout: 60_000 },
  disableRequestLogging: true,
  replyOptions: {
    retryDelay: () => null,
    rewriteRequestHeaders: (request, headers) => {
      const kept = Object.entries(headers).filter(([name]) => !OURS.includes(name) && !withheld.includes(name));
      return { ...Object.fromEntries(kept), ...forwardedBy(request as unknown as FastifyRequest, new URL(origin)) };
    },
    onError: (reply, { error }) => {
      const answer = reply as unknown as FastifyReply;
      sendNotice(answer.request, answer, noticeOf(error));
    },
  },
});

/** The public origin is the one that we are configured for, whatever a Host header says. */
const forwardedBy = ({ ip, trace, forwarded }: FastifyRequest, { protocol, host }: URL): Record<string, string> => ({
  "x-forwarded-for": ip,
  "x-forwarded-proto": protocol.slice(0, -1),
  "x-forwarded-host": host,
  "x-request-id": trace.requestId,
  traceparent: trace.traceparent,
  ...forwarded,
});

function noticeOf(error: Error) {
  const { statusCode = 500, cause } = error as Error & { statusCode?: number; cause?: NodeJS.ErrnoException };
  const isAway = statusCode === 503 || statusCode === 504 || cause?.code === "ECONNREFUSED";
  return isAway
    ? {
        status: 503,
        title: "Cette partie de Trame ne répond pas",
        message: "Le reste du site fonctionne. Réessayez dans quelques instants.",
      }
    : {
        status: 502,
        title: "Cette partie de Trame a mal répondu",
        message: "Réessayez ; si le problème persiste, signalez-le.",
      };
}
