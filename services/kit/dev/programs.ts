import { createRequire } from "node:module";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { inData } from "./data-folder.ts";
import type { Keys } from "./keys.ts";
import { PARTS, type Part, type Ports } from "./ports.ts";
import type { Program } from "./process.ts";

export const root = fileURLToPath(new URL("../../..", import.meta.url));
export const SERVICES = ["projects", "people", "scenarios", "meetings", "communications"] as const;
export type Service = (typeof SERVICES)[number];

/** What every process of one running Trame is told. */
export interface Setting {
  dataDir: string;
  ports: Ports;
  keys: Keys;
  databaseUrl(name: Service | "events"): string;
  eventLog: "embedded" | "kafka";
  kafkaBrokers?: string;
}

export const originOf = (ports: Ports) => `http://localhost:${ports.gateway}`;
export const issuerOf = (ports: Ports) => `http://localhost:${ports.oidc}`;
export const mailboxOf = (ports: Ports) => `http://localhost:${ports.mail}`;
export const sitesOf = (ports: Ports) => `http://localhost:${ports.sites}`;

/** In two waves: the gateway and the portal find the others ready. */
export const waves = (setting: Setting): Program[][] => [
  [oidc(setting), sites(setting), mailbox(setting), ...SERVICES.map((service) => subgraph(service, setting))],
  [gateway(setting), web(setting)],
];

const PASSED_ON =
  /^(PATH|HOME|TMPDIR|LANG|LC_.*|TZ|NODE_EXTRA_CA_CERTS|HTTPS?_PROXY|NO_PROXY|SMTP_URL|TRAME_WEBHOOK_ALLOW|MASTODON_TOKENS|OTEL_.*|METRICS_TOKEN)$/i;

/** Nothing of our own environment reaches a process unless it is named here. */
function environment({ dataDir, ports }: Setting, part?: Part): Record<string, string> {
  const passed = Object.entries(process.env).filter(([name, value]) => PASSED_ON.test(name) && value !== undefined);
  return {
    ...(Object.fromEntries(passed) as Record<string, string>),
    ...(part && { PORT: String(ports[part]) }),
    HOST: "127.0.0.1",
    NODE_ENV: "production",
    LOG_LEVEL: process.env.LOG_LEVEL ?? "info",
    TRAME_NOW: `file:${inData(dataDir).clock}`,
    TRAME_ORIGIN: originOf(ports),
    TRAME_DATA: dataDir,
    APOLLO_TELEMETRY_DISABLED: "true",
    // Each thread's own heap of glibc would cost a process some 20 MB at rest.
    MALLOC_ARENA_MAX: "2",
  };
}

/** Also for a service's other programs, such as its demonstration data. */
export const serviceEnvironment = (service: Service, setting: Setting, part?: Part): Record<string, string> => ({
  ...environment(setting, part),
  DATABASE_URL: setting.databaseUrl(service),
  EVENT_LOG: setting.eventLog,
  ...(setting.eventLog === "kafka"
    ? { KAFKA_BROKERS: setting.kafkaBrokers ?? "", KAFKA_SESSION_TIMEOUT_MS: "6000" }
    : { EVENT_LOG_URL: setting.databaseUrl("events") }),
  ACTOR_PUBLIC_JWK: JSON.stringify(setting.keys.actor.public),
  TRAME_FETCH_ALLOW: `localhost:${setting.ports.sites},127.0.0.1:${setting.ports.sites}`,
  TRAME_SITES: sitesOf(setting.ports),
  ...(service === "communications" && !process.env.SMTP_URL && { SMTP_URL: `smtp://127.0.0.1:${setting.ports.smtp}` }),
});

// Source maps would cost every process some 45 MB; the bundles are readable as they are.
const bundle = ["dist/main.js"];

// V8 keeps three such spaces for what is young; small ones are cleared more often, and give a service some 30 MB back.
const frugal = ["--max-semi-space-size=4", ...bundle];

const subgraph = (service: Service, setting: Setting) =>
  program(service, setting, join(root, "services", service), frugal, serviceEnvironment(service, setting, service));

const gateway = (setting: Setting) =>
  program("gateway", setting, join(root, "gateway"), bundle, {
    ...environment(setting, "gateway"),
    ...Object.fromEntries(
      SERVICES.map((service) => [
        `SUBGRAPH_${service.toUpperCase()}_URL`,
        `http://127.0.0.1:${setting.ports[service]}/graphql`,
      ]),
    ),
    WEB_URL: `http://127.0.0.1:${setting.ports.web}`,
    ACTOR_PRIVATE_JWK: JSON.stringify(setting.keys.actor.private),
    ACTOR_PUBLIC_JWK: JSON.stringify(setting.keys.actor.public),
    SESSION_SECRET: setting.keys.sessionSecret,
    OIDC_ISSUER: issuerOf(setting.ports),
    OIDC_CLIENT_ID: "trame-portail",
    OIDC_CLIENT_SECRET: setting.keys.oidcClientSecret,
    // Whoever tries a mandate out should not wait a minute for it.
    ACTOR_KNOWN_FOR: "2",
    DEV_CLOCK_URL: `http://127.0.0.1:${setting.ports.oidc}/dev/clock`,
  });

const web = (setting: Setting) =>
  program("web", setting, join(root, "web"), ["server.mjs"], {
    ...environment(setting, "web"),
    GATEWAY_URL: `http://127.0.0.1:${setting.ports.gateway}/graphql`,
    ...(!process.env.SMTP_URL && { DEV_MAIL_URL: mailboxOf(setting.ports) }),
  });

export const oidc = (setting: Setting) =>
  program("oidc", setting, root, typescript("oidc/main.ts"), {
    ...environment(setting, "oidc"),
    OIDC_ISSUER: issuerOf(setting.ports),
    EDU_NUM_SECRET: process.env.EDU_NUM_SECRET ?? "edu-num-secret",
    ANALYTIQUE_SECRET: process.env.ANALYTIQUE_SECRET ?? "analytique-secret",
  });

const sites = (setting: Setting) =>
  program("sites", setting, root, typescript("sites/main.ts"), environment(setting, "sites"));

/** Where mail ends unless SMTP_URL leads elsewhere: nothing of the demonstration leaves this machine. */
const mailbox = (setting: Setting) =>
  program("mail", setting, root, typescript("mail/main.ts"), {
    ...environment(setting, "mail"),
    SMTP_PORT: String(setting.ports.smtp),
  });

/** Runs to its end before anything else is started: creates what is missing and applies the migrations. */
export const databases = (setting: Setting, server: string): Program => ({
  name: "databases",
  label: "la préparation des bases",
  args: typescript("databases.ts"),
  cwd: root,
  env: {
    ...environment(setting),
    // Not an argument: the address holds the password, and arguments are everybody's to read.
    TRAME_DATABASES: JSON.stringify({
      server,
      databases: {
        ...Object.fromEntries(SERVICES.map((name) => [databaseOf(name), join(root, "services", name, "prisma")])),
        [databaseOf("events")]: null,
      },
    }),
  },
});

export const databaseOf = (name: Service | "events") => `trame_${name}`;

/** Development's own programs run from their source. */
export const typescript = (file: string) => [
  "--import",
  pathToFileURL(createRequire(import.meta.url).resolve("tsx")).href,
  fileURLToPath(new URL(file, import.meta.url)),
];

const program = (
  name: Part,
  { ports }: Setting,
  cwd: string,
  args: string[],
  env: Record<string, string>,
): Program => ({
  name,
  label: PARTS[name].label,
  args,
  cwd,
  env,
  readyUrl: `http://127.0.0.1:${ports[name]}/health/ready`,
});
