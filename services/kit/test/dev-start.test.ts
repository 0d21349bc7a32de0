import { spawn } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:net";
import { join } from "node:path";
import { claim, inData, openDataFolder, release } from "../dev/data-folder.ts";
import { keysOf } from "../dev/keys.ts";
import { allFreePorts } from "../dev/ports.ts";
import { typescript } from "../dev/programs.ts";
import { newFolder } from "./folders.ts";

const startFolder = () => newFolder("start");

/** The whole command but for installing and building. */
async function command(file: string, dataDir: string, { env = {}, args = [] as string[] } = {}) {
  const call = `import(${JSON.stringify(join(__dirname, "../dev", file))}).then((m) => m.main(${JSON.stringify(dataDir)}, ${JSON.stringify(args)}))`;
  const child = spawn(process.execPath, [...typescript("").slice(0, 2), "--input-type=module", "-e", call], {
    env: { PATH: process.env.PATH, ...env },
  });
  let out = "";
  let err = "";
  child.stdout.on("data", (chunk) => {
    out += chunk;
  });
  child.stderr.on("data", (chunk) => {
    err += chunk;
  });
  const code = await new Promise<number | null>((resolve) => child.once("close", resolve));
  return { code, out, err };
}

async function freePortVariables(): Promise<Record<string, string>> {
  const ports = Object.entries(await allFreePorts());
  return Object.fromEntries(ports.map(([part, port]) => [`PORT_${part.toUpperCase()}`, String(port)]));
}

const listen = () =>
  new Promise<Server>((resolve) => {
    const server = createServer();
    server.listen(0, "127.0.0.1", () => resolve(server));
  });

const stateOf = (dataDir: string) => JSON.parse(readFileSync(inData(dataDir).state, "utf8"));

test("a port that is taken is said in one line, with the part and the variable that changes it", async () => {
  const neighbour = await listen();
  const { port } = neighbour.address() as { port: number };
  const dataDir = startFolder();
  const env = { ...(await freePortVariables()), PORT_WEB: String(port) };
  const { code, out, err } = await command("start.ts", dataDir, { env });
  neighbour.close();
  expect(code).toBe(1);
  expect(out).toBe("");
  expect(err).toBe(
    `Erreur : Le port ${port} est déjà pris : il faut à Trame pour le portail. Libérez-le, ou choisissez-en un autre avec PORT_WEB=<port>.\n`,
  );
  expect(existsSync(inData(dataDir).state)).toBe(false);
});

test("a port that is no number is said", async () => {
  const { code, err } = await command("start.ts", startFolder(), { env: { PORT_PEOPLE: "quatre" } });
  expect(code).toBe(1);
  expect(err).toBe("Erreur : PORT_PEOPLE=quatre n'est pas un numéro de port (1 à 65535).\n");
});

test("a data folder that cannot be written is said in one line", async () => {
  const file = join(startFolder(), "file");
  writeFileSync(file, "");
  const { code, err } = await command("start.ts", join(file, "data"));
  expect(code).toBe(1);
  expect(err).toMatch(/^Erreur : Le dossier de données .* ne peut pas être écrit .*TRAME_DATA=<dossier>\.\n$/);
});

test("Kafka without an address is said", async () => {
  const { code, err } = await command("start.ts", startFolder(), { env: { EVENT_LOG: "kafka" } });
  expect(code).toBe(1);
  expect(err).toContain("KAFKA_BROKERS");
});

test("a folder in use is neither started upon nor emptied", async () => {
  const dataDir = startFolder();
  openDataFolder(dataDir);
  claim(dataDir, { origin: "http://localhost:4000", issuer: "http://localhost:4010" });
  const second = await command("start.ts", dataDir, { env: await freePortVariables() });
  expect(second.code).toBe(1);
  expect(second.err).toContain(`Trame tourne déjà sur ${dataDir} (processus ${process.pid}`);
  expect((await command("reset.ts", dataDir)).err).toContain("arrêtez-la d'abord");
  release(dataDir);
  expect(stateOf(dataDir)).toEqual({ origin: "http://localhost:4000", issuer: "http://localhost:4010" });
  expect(await command("reset.ts", dataDir)).toMatchObject({ code: 0 });
  expect(existsSync(dataDir)).toBe(false);
});

test("a claim whose process is gone, or whose number belongs to another, is void", async () => {
  const dataDir = startFolder();
  openDataFolder(dataDir);
  const last = { origin: "http://localhost:4000", issuer: "http://localhost:4010" };
  writeFileSync(inData(dataDir).state, JSON.stringify({ ...last, pid: process.pid, began: "another time" }));
  claim(dataDir, last);
  expect(stateOf(dataDir).pid).toBe(process.pid);
});

test("a folder that Trame did not make is never emptied", async () => {
  const folder = startFolder();
  writeFileSync(join(folder, "precious"), "");
  const { code, err } = await command("reset.ts", folder);
  expect(code).toBe(1);
  expect(err).toContain("rien n'a été effacé");
  expect(existsSync(join(folder, "precious"))).toBe(true);
});

test("a token is asked for somebody, of a Trame that has started", async () => {
  const dataDir = startFolder();
  expect((await command("print-token.ts", dataDir)).err).toContain("Dites pour qui");
  const early = await command("print-token.ts", dataDir, { args: ["--as", "admin"] });
  expect(early).toMatchObject({ code: 1, out: "" });
  expect(early.err).toContain("lancez d'abord npm start");
  openDataFolder(dataDir);
  keysOf(dataDir);
  claim(dataDir, { origin: "http://localhost:4000", issuer: "http://localhost:4010" });
  const nobody = await command("print-token.ts", dataDir, { args: ["--as", "personne"] });
  expect(nobody).toMatchObject({ code: 1, out: "" });
  expect(nobody.err).toContain("Aucune personne de démonstration pour « personne »");
});
