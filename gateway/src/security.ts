import type { FastifyInstance } from "fastify";

/** Scripts and styles: no window shows them by themselves, and each byte is sent many times. */
const ASSETS = "/assets/";

/** Headers that answers carry, unless the portal has already said something stricter. */
export function addSecurityHeaders(http: FastifyInstance, origin: string): void {
  const always = {
    "x-content-type-options": "nosniff",
    ...(origin.startsWith("https:") && { "strict-transport-security": "max-age=31536000; includeSubDomains" }),
  };
  const shown = {
    ...always,
    "referrer-policy": "strict-origin-when-cross-origin",
    "x-frame-options": "DENY",
    "content-security-policy": "frame-ancestors 'none'",
    // Nothing here sees, hears or locates a reader.
    "permissions-policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
  };
  http.addHook("onSend", async (request, reply) => {
    const usual = request.url.startsWith(ASSETS) ? always : shown;
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
