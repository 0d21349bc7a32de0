import type { FastifyInstance } from "fastify";

/** Headers that every answer carries, unless the portal has already said something stricter. */
export function addSecurityHeaders(http: FastifyInstance, origin: string): void {
  const usual = {
    "x-content-type-options": "nosniff",
    "referrer-policy": "strict-origin-when-cross-origin",
    "x-frame-options": "DENY",
    "content-security-policy": "frame-ancestors 'none'",
    ...(origin.startsWith("https:") && { "strict-transport-security": "max-age=31536000; includeSubDomains" }),
  };
  http.addHook("onSend", async (_request, reply) => {
    for (const [name, value] of Object.entries(usual)) if (!reply.hasHeader(name)) reply.header(name, value);
  });
}

const YEAR = 365 * 24 * 60 * 60 * 1000;

/** RFC 9116. */
export function addSecurityTxt(http: FastifyInstance, origin: string, contact = `${origin}/signaler`): void {
  http.get("/.well-known/security.txt", (_request, reply) =>
    reply
      .type("text/plain; charset=utf-8")
      .send(
        [
          `Contact: ${contact}`,
          `Expires: ${new Date(Date.now() + YEAR).toISOString()}`,
          "Preferred-Languages: fr, en",
          `Canonical: ${origin}/.well-known/security.txt`,
          "",
        ].join("\n"),
      ),
  );
}
