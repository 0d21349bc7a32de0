import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { gzipSync } from "node:zlib";
import { isPublicAddress } from "@trame/kit/public-address";
import { createVisitor, type VisitorOptions } from "../src/open-address.ts";

type Page = (request: IncomingMessage, response: ServerResponse) => void;
const html =
  (body: string): Page =>
  (_, response) =>
    response.setHeader("content-type", "text/html").end(body);
const to =
  (location: string): Page =>
  (_, response) =>
    response.writeHead(302, { location }).end();

const seen: IncomingMessage[] = [];
const pages: Record<string, Page> = {
  "/article": html("<html><h1>Scénario</h1></html>"),
  "/moved": to("/article"),
  "/ent": to("/cas/login?service=x"),
  "/cas/login": html("<h1>Connexion</h1>"),
  "/members": html('<form><input name="u"><input class="x" TYPE=password></form>'),
  "/refresh": html('<meta http-equiv="refresh" content="0; url=/sso/start">'),
  "/absent": (_, response) => response.writeHead(404, { "content-type": "text/html" }).end("<h1>Absente</h1>"),
  "/intranet": (_, response) => response.writeHead(401).end(),
  "/file": (_, response) => response.setHeader("content-type", "application/pdf").end("%PDF"),
  "/loop": to("/loop"),
  "/metadata": to("http://169.254.169.254/latest/meta-data"),
  "/file-scheme": to("file:///etc/passwd"),
  "/slow": (_, response) => void setTimeout(() => html("tard")({} as IncomingMessage, response), 5000).unref(),
  "/trickle": (_, response) => {
    response.setHeader("content-type", "text/html");
    const timer = setInterval(() => response.write("."), 20);
    response.on("close", () => clearInterval(timer));
  },
  "/endless": (_, response) => {
    response.setHeader("content-type", "text/html");
    const more = () => {
      while (response.write(Buffer.alloc(65_536, "a"))) {
        // Until the other side has had enough.
      }
    };
    response.on("drain", more);
    more();
  },
  "/headers": (_, response) => {
    response.writeHead(200, { "content-type": "text/html", "x-huge": "a".repeat(64 * 1024) }).end("x");
  },
  "/bomb": (_, response) => {
    response.writeHead(200, { "content-type": "text/html", "content-encoding": "gzip" });
    response.end(gzipSync(Buffer.alloc(50 * 1024 * 1024)));
  },
  "/packed": (_, response) => {
    response.writeHead(200, { "content-type": "text/html", "content-encoding": "gzip" });
    response.end(gzipSync('<input type="password">'));
  },
};

let server: Server;
let port: number;
beforeAll(async () => {
  server = createServer((request, response) => {
    seen.push(request);
    (pages[request.url?.split("?")[0] ?? ""] ?? pages["/absent"])?.(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  port = (server.address() as AddressInfo).port;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});
beforeEach(() => {
  seen.length = 0;
});

const visit = (path: string, options: VisitorOptions = {}) =>
  createVisitor({ allow: [`127.0.0.1:${port}`], ...options })(`http://127.0.0.1:${port}${path}`);

test("R68: a page that answers anonymously is a page, also after a redirect", async () => {
  expect(await visit("/article")).toEqual({ kind: "PAGE", finalUrl: `http://127.0.0.1:${port}/article` });
  expect(await visit("/moved")).toEqual({ kind: "PAGE", finalUrl: `http://127.0.0.1:${port}/article` });
  expect(seen.every(({ method, headers }) => method === "GET" && !headers.cookie && !headers.authorization)).toBe(true);
});

test("R68: a redirect to a login, a password field, a 401 and a refresh to a sign-on ask for a login", async () => {
  for (const path of ["/ent", "/cas/login", "/members", "/intranet", "/refresh", "/packed"]) {
    expect(await visit(path)).toMatchObject({ kind: "LOGIN" });
  }
});

test("R68: a page that is not there, a file, and a site that is away are unreachable", async () => {
  expect(await visit("/absent")).toEqual({ kind: "UNREACHABLE", detail: "Le site répond 404 au lieu de 200." });
  expect(await visit("/file")).toMatchObject({ kind: "UNREACHABLE" });
  expect(await createVisitor({ allow: ["127.0.0.1:1"] })("http://127.0.0.1:1/")).toMatchObject({
    detail: "Le site n'accepte pas la connexion.",
  });
});

test("R68: a redirect loop ends after five redirects", async () => {
  expect(await visit("/loop")).toEqual({ kind: "UNREACHABLE", detail: "L'adresse redirige plus de 5 fois." });
  expect(seen).toHaveLength(6);
});

test("R68: an endless body and a compressed bomb are read up to the limit only", async () => {
  const before = process.memoryUsage().rss;
  expect(await visit("/endless")).toMatchObject({ kind: "PAGE" });
  expect(await visit("/bomb")).toMatchObject({ kind: "PAGE" });
  expect(process.memoryUsage().rss - before).toBeLessThan(120 * 1024 * 1024);
});

test("R68: huge headers are refused by the reader", async () => {
  expect(await visit("/headers")).toMatchObject({ kind: "UNREACHABLE" });
});

test("R68: slow and trickling answers end with the whole visit's time", async () => {
  for (const path of ["/slow", "/trickle"]) {
    const began = performance.now();
    expect(await visit(path, { totalMs: 400 })).toMatchObject({ kind: "UNREACHABLE" });
    expect(performance.now() - began).toBeLessThan(3000);
  }
});

test("R68: a resolver that never answers ends with the visit's time", async () => {
  const resolve = () => new Promise<string[]>(() => {});
  expect(await createVisitor({ resolve, totalMs: 200 })("https://lent.example/")).toMatchObject({
    kind: "UNREACHABLE",
  });
});

test("R68: a redirect to a private address or another scheme is refused, not followed", async () => {
  expect(await visit("/metadata")).toMatchObject({ kind: "REFUSED" });
  expect(await visit("/file-scheme")).toMatchObject({ kind: "REFUSED" });
  expect(seen).toHaveLength(2);
});

test("R68: private, loopback, link-local and reserved addresses are refused in all their spellings", async () => {
  const closed = [
    "127.0.0.1",
    "2130706433",
    "0x7f.1",
    "10.0.0.1",
    "172.16.9.9",
    "192.168.1.1",
    "169.254.169.254",
    "0.0.0.0",
  ];
  const closed6 = [
    "[::1]",
    "[::]",
    "[::ffff:127.0.0.1]",
    "[::ffff:a00:1]",
    "[fe80::1]",
    "[fd00::1]",
    "[64:ff9b::7f00:1]",
    "[2002:7f00:1::]",
  ];
  for (const host of [...closed, ...closed6, "localhost"]) {
    expect(await createVisitor()(`http://${host}:${port}/article`)).toMatchObject({ kind: "REFUSED" });
  }
  expect(seen).toHaveLength(0);
});

test("R68: a name with one private address among public ones is refused", async () => {
  const resolve = async () => ["93.184.216.34", "10.0.0.7"];
  expect(await createVisitor({ resolve })("https://double.example/")).toMatchObject({ kind: "REFUSED" });
});

test("R68: a name that changes its answer after the check is still reached where it was checked (DNS rebinding)", async () => {
  let asked = 0;
  const rebinding = async () => [asked++ === 0 ? "127.0.0.1" : "127.0.0.2"];
  const allowed = createVisitor({ resolve: rebinding, allow: [`rebind.test:${port}`] });
  expect(await allowed(`http://rebind.test:${port}/article`)).toMatchObject({ kind: "PAGE" });
  expect(asked).toBe(1);
  const closed = createVisitor({ resolve: async () => ["127.0.0.1"] });
  expect(await closed(`http://rebind.test:${port}/article`)).toMatchObject({ kind: "REFUSED" });
  expect(seen).toHaveLength(1);
});

test("R68: only http and https addresses without credentials are visited", async () => {
  const visitor = createVisitor();
  for (const address of [
    "ftp://ac-rennes.fr/",
    "javascript:alert(1)",
    "n'importe quoi",
    "",
    "https://u:p@ac-rennes.fr/",
  ]) {
    expect(await visitor(address)).toMatchObject({ kind: "REFUSED" });
  }
});

test("R68: hosts of digital workspaces and sign-on services ask for a login without being visited", async () => {
  const visitor = createVisitor({ resolve: async () => ["93.184.216.34"] });
  for (const address of [
    "https://cas.ac-rennes.fr/x",
    "https://www.toutatice.fr/portail",
    "https://ac-nice.fr/saml/x",
  ]) {
    expect(await visitor(address)).toMatchObject({ kind: "LOGIN" });
  }
});

test("R68: public addresses are those of the Internet", () => {
  for (const address of ["93.184.216.34", "8.8.8.8", "2606:4700::1111", "2a01:e0a::1"]) {
    expect([address, isPublicAddress(address)]).toEqual([address, true]);
  }
  for (const address of [
    "100.64.0.1",
    "198.18.0.1",
    "224.0.0.1",
    "255.255.255.255",
    "2001:db8::1",
    "::ffff:8.8.8.8",
    "x",
  ]) {
    expect([address, isPublicAddress(address)]).toEqual([address, false]);
  }
});
