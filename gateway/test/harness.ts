import { generateKeyPairSync } from "node:crypto";
import { createServer } from "node:net";
import { silentLogger } from "@trame/kit/log";
import type { FastifyInstance } from "fastify";
import { type RunningGateway, startGateway } from "../src/app.ts";
import { readGatewayConfig, SUBGRAPHS, type SubgraphName } from "../src/config.ts";
import { CLIENT, type StubProvider, startProvider } from "./provider.ts";
import { type StubSubgraph, startStub } from "./subgraphs.ts";

export interface Answer {
  status: number;
  headers: Headers;
  body: {
    data?: Record<string, unknown> | null;
    errors?: { message: string; path?: unknown[]; extensions: Record<string, unknown> }[];
  };
}

export interface Stage {
  origin: string;
  provider: StubProvider;
  subgraphs: Record<SubgraphName, StubSubgraph>;
  ask(
    query: string,
    options?: { variables?: object; headers?: Record<string, string>; operationName?: string },
  ): Promise<Answer>;
  get(path: string, headers?: Record<string, string>): Promise<Response>;
  /** Goes through the sign-in as a browser does and returns the cookies. */
  signsIn(
    subject: string,
    returnTo?: string,
    claimLink?: string,
  ): Promise<{ status: number; cookie: string; landed: string; setCookies: string[] }>;
  stop(): Promise<void>;
}

interface StageOptions {
  /** Addresses that a service or the portal answers besides. */
  routes?: Partial<Record<SubgraphName, (http: FastifyInstance) => void>>;
  webUrl?: string;
  devClockUrl?: string;
  env?: Record<string, string>;
}

/** The real gateway on a port of its own, five stand-ins with the real SDLs, and an OpenID provider. */
export async function openStage({ routes = {}, webUrl, devClockUrl, env = {} }: StageOptions = {}): Promise<Stage> {
  const { privateKey, publicKey } = generateKeyPairSync("ed25519");
  const jwk = (key: typeof privateKey) => JSON.stringify({ ...key.export({ format: "jwk" }), alg: "EdDSA" });
  const started = await Promise.all(
    SUBGRAPHS.map(async (name) => [name, await startStub(name, jwk(publicKey), routes[name])] as const),
  );
  const subgraphs = Object.fromEntries(started) as Record<SubgraphName, StubSubgraph>;
  const provider = await startProvider();
  const port = Number(env.PORT ?? (await freePort()));
  const origin = `http://127.0.0.1:${port}`;
  const config = readGatewayConfig({
    PORT: String(port),
    TRAME_ORIGIN: origin,
    ACTOR_PRIVATE_JWK: jwk(privateKey),
    SESSION_SECRET: "a secret of at least thirty-two characters",
    OIDC_ISSUER: provider.issuer,
    OIDC_CLIENT_ID: CLIENT.id,
    OIDC_CLIENT_SECRET: CLIENT.secret,
    ...(webUrl && { WEB_URL: webUrl }),
    ...(devClockUrl && { DEV_CLOCK_URL: devClockUrl }),
    ...Object.fromEntries(started.map(([name, { url }]) => [`SUBGRAPH_${name.toUpperCase()}_URL`, url])),
    ...env,
  });
  const gateway: RunningGateway = await startGateway(config, silentLogger);

  const get: Stage["get"] = (path, headers = {}) => fetch(`${origin}${path}`, { headers, redirect: "manual" });
  return {
    origin,
    provider,
    subgraphs,
    get,
    async ask(query, { variables, headers = {}, operationName } = {}) {
      const response = await fetch(`${origin}/graphql`, {
        method: "POST",
        headers: { "content-type": "application/json", ...headers },
        body: JSON.stringify({ query, variables, operationName }),
      });
      return { status: response.status, headers: response.headers, body: (await response.json()) as Answer["body"] };
    },
    async signsIn(subject, returnTo = "/espace", claimLink) {
      provider.subject = subject;
      const leaving = await get(
        `/auth/login?${new URLSearchParams({ returnTo, ...(claimLink && { jeton: claimLink }) })}`,
      );
      const begun = cookiesOf(leaving);
      const agreed = await fetch(String(leaving.headers.get("location")), { redirect: "manual" });
      const back = new URL(String(agreed.headers.get("location")));
      const arrived = await get(`${back.pathname}${back.search}`, { cookie: begun });
      return {
        status: arrived.status,
        cookie: cookiesOf(arrived),
        landed: String(arrived.headers.get("location")),
        setCookies: arrived.headers.getSetCookie(),
      };
    },
    async stop() {
      await gateway.stop();
      await provider.stop();
      await Promise.all(Object.values(subgraphs).map((stub) => stub.kill()));
    },
  };
}

/** What a browser would send back: name=value of those that are not being deleted. */
export const cookiesOf = (response: Response) =>
  response.headers
    .getSetCookie()
    .map((line) => line.split(";")[0] ?? "")
    .filter((pair) => !pair.endsWith("="))
    .join("; ");

export const freePort = () =>
  new Promise<number>((resolve, reject) => {
    const server = createServer().once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const { port } = server.address() as { port: number };
      server.close(() => resolve(port));
    });
  });

export const codes = ({ body }: Answer) => body.errors?.map(({ extensions }) => extensions.code) ?? [];
