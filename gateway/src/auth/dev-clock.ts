import type { FastifyInstance } from "fastify";
import { sendNotice } from "../pages.ts";
import { isOwnOrigin } from "./origin.ts";

const MILLISECONDS = 2_000;

/** Development only: the portal's control of the programme's time is answered by the development provider. */
export function addDevClock(http: FastifyInstance, url: string, origin: string, moved: () => void): void {
  http.route({
    method: ["GET", "POST"],
    url: "/auth/dev/clock",
    handler: async (request, reply) => {
      const writes = request.method === "POST";
      if (writes && !isOwnOrigin(request, origin)) {
        return sendNotice(request, reply, {
          status: 403,
          title: "Demande refusée",
          message: "Elle ne vient pas du portail.",
        });
      }
      const answer = await fetch(url, {
        method: request.method,
        ...(writes && { body: JSON.stringify(request.body) }),
        signal: AbortSignal.timeout(MILLISECONDS),
      });
      // Mandates begin and end with the programme's time.
      if (writes) moved();
      return reply
        .code(answer.status)
        .header("cache-control", "no-store")
        .type("application/json")
        .send(await answer.text());
    },
  });
}
