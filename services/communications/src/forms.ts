import type { FastifyInstance, FastifyReply } from "fastify";

/** Forms of pages without script. */
export function readForms(http: FastifyInstance): void {
  http.addContentTypeParser("application/x-www-form-urlencoded", { parseAs: "string" }, (_, body, done) =>
    done(null, new URLSearchParams(String(body))),
  );
}

const POLICY =
  "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

/** The address is a secret: it is kept by nobody on the way, and told to no other site. */
export const answerPrivately = (reply: FastifyReply, status: number, body: string) =>
  reply
    .code(status)
    .header("content-security-policy", POLICY)
    .header("referrer-policy", "no-referrer")
    .header("cache-control", "no-store")
    .header("x-content-type-options", "nosniff")
    .type("text/html; charset=utf-8")
    .send(body);
