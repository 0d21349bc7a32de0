import { createServer, type Server } from "node:net";
import { DevFailure } from "./failure.ts";

/** Every part that listens, with the name that people read; its variable is PORT_<NAME>. */
export const PARTS = {
  gateway: { port: 4000, label: "la passerelle" },
  projects: { port: 4001, label: "le service des projets" },
  people: { port: 4002, label: "le service des personnes" },
  scenarios: { port: 4003, label: "le service des scénarios" },
  meetings: { port: 4004, label: "le service des réunions" },
  communications: { port: 4005, label: "le service de communication" },
  oidc: { port: 4010, label: "le fournisseur d'identité de développement" },
  web: { port: 4020, label: "le portail" },
  sites: { port: 4030, label: "les sites ouverts simulés" },
  mail: { port: 4040, label: "la boîte aux lettres de développement" },
  smtp: { port: 0, label: "le courrier de développement" },
  postgres: { port: 0, label: "PostgreSQL" },
} as const;

export type Part = keyof typeof PARTS;
export type Ports = Record<Part, number>;

const parts = Object.keys(PARTS) as Part[];
const variableOf = (part: Part) => `PORT_${part.toUpperCase()}`;

/** The usual ports, or those that the environment names; PostgreSQL's and the mail's are free ones unless named. */
export async function usualPorts(env: NodeJS.ProcessEnv): Promise<Ports> {
  const wanted = parts.map((part) => [part, numberFrom(env, part)] as const);
  const free = await freePorts(wanted.filter(([, port]) => port === 0).length);
  const ports = Object.fromEntries(wanted.map(([part, port]) => [part, port || free.pop()])) as Ports;
  for (const part of parts) await demandFree(part, ports[part]);
  return ports;
}

/** A free port for each part, for tests and measures that run beside a Trame in use. */
export async function allFreePorts(): Promise<Ports> {
  const free = await freePorts(parts.length);
  return Object.fromEntries(parts.map((part, index) => [part, free[index]])) as Ports;
}

function numberFrom(env: NodeJS.ProcessEnv, part: Part): number {
  const given = env[variableOf(part)];
  if (given === undefined || given === "") return PARTS[part].port;
  const port = Number(given);
  if (Number.isInteger(port) && port > 0 && port < 65536) return port;
  throw new DevFailure(`${variableOf(part)}=${given} n'est pas un numéro de port (1 à 65535).`);
}

async function demandFree(part: Part, port: number): Promise<void> {
  try {
    await close(await listen(port));
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    const why = code === "EADDRINUSE" ? "est déjà pris" : `ne peut pas être ouvert (${code})`;
    throw new DevFailure(
      `Le port ${port} ${why} : il faut à Trame pour ${PARTS[part].label}. Libérez-le, ou choisissez-en un autre avec ${variableOf(part)}=<port>.`,
    );
  }
}

/** All are held open until the last is known, so that no two are the same. */
async function freePorts(count: number): Promise<number[]> {
  const servers: Server[] = [];
  for (let i = 0; i < count; i++) servers.push(await listen(0));
  const ports = servers.map((server) => (server.address() as { port: number }).port);
  await Promise.all(servers.map(close));
  return ports;
}

const listen = (port: number) =>
  new Promise<Server>((resolve, reject) => {
    const server = createServer().once("error", reject);
    server.listen({ port, host: "127.0.0.1" }, () => resolve(server));
  });

const close = (server: Server) => new Promise<void>((resolve) => server.close(() => resolve()));
