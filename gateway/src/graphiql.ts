import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { promisify } from "node:util";
import { gunzip, gzip } from "node:zlib";
import type { FastifyInstance } from "fastify";

/** Worked examples, one tab each, in this order. */
const EXAMPLES = ["five-services", "scenarios", "participation", "mutation"] as const;

export const examples = () =>
  EXAMPLES.map((name) => ({ query: read(`${name}.graphql`), variables: read(`${name}.variables.json`) }));

const read = (file: string) => readFileSync(new URL(`../examples/${file}`, import.meta.url), "utf8").trim();

interface Page {
  gzipped: Buffer;
  policy: string;
  etag: string;
}

/** GraphiQL as one page of our own that loads nothing from outside. */
export function addGraphiql(http: FastifyInstance): void {
  let page: Promise<Page> | undefined;
  http.get("/graphiql", async (request, reply) => {
    page ??= render();
    const { gzipped, policy, etag } = await page;
    reply.header("content-security-policy", policy).header("etag", etag).header("vary", "accept-encoding");
    reply.header("cache-control", "no-cache").type("text/html; charset=utf-8");
    if (request.headers["if-none-match"] === etag) return reply.code(304).send();
    if (!request.headers["accept-encoding"]?.includes("gzip")) return promisify(gunzip)(gzipped);
    return reply.header("content-encoding", "gzip").send(gzipped);
  });
}

/** Nine megabytes: rendered at the first visit, kept compressed. */
async function render(): Promise<Page> {
  const { renderGraphiQL } = await import("@graphql-yoga/render-graphiql");
  const html = inFrench(
    renderGraphiQL({
      title: "Trame - GraphiQL",
      endpoint: "/graphql",
      defaultTabs: examples(),
      credentials: "same-origin",
      shouldPersistHeaders: false,
    }),
  );
  return {
    gzipped: await promisify(gzip)(html),
    policy: policyOf(html),
    etag: `"${createHash("sha256").update(html).digest("base64url")}"`,
  };
}

const inFrench = (html: string) =>
  html
    .trimStart()
    .replace('<html lang="en">', '<html lang="fr">')
    .replace("You need to enable JavaScript to run this app.", "Cette page a besoin de JavaScript.");

/** The page's own script and no other, its workers, and nobody but our own /graphql to talk to. */
function policyOf(html: string): string {
  const script = html.slice(html.indexOf("<script>") + "<script>".length, html.lastIndexOf("</script>"));
  const hash = createHash("sha256").update(script).digest("base64");
  return [
    "default-src 'none'",
    `script-src 'sha256-${hash}' blob:`,
    "worker-src blob:",
    "style-src 'unsafe-inline'",
    "img-src data:",
    "font-src data:",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join("; ");
}
