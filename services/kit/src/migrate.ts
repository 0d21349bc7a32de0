import { randomUUID } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { PrismaPg } from "@prisma/adapter-pg";
import { bindMigrationAwareSqlAdapterFactory, ColumnTypeEnum } from "@prisma/driver-adapter-utils";
import * as bg from "@prisma/schema-engine-wasm/schema_engine_bg";
import pg from "pg";

const filters = { externalTables: [], externalEnums: [] };
let loaded: Promise<void> | undefined;

/** The published package leaves loading its .wasm to a bundler: do it by hand, once per process. */
async function load(): Promise<void> {
  const js = createRequire(import.meta.url).resolve("@prisma/schema-engine-wasm/schema_engine_bg");
  // The engine bounds its advisory lock with a 10 s timer that it never clears: keep it from holding the process.
  const glue = Object.entries(bg as unknown as Record<string, (...args: never[]) => unknown>).map(([name, call]) =>
    name.startsWith("__wbg_setTimeout")
      ? [name, (...args: never[]) => (call(...args) as NodeJS.Timeout).unref()]
      : [name, call],
  );
  const module = await WebAssembly.compile(readFileSync(js.replace(/\.js$/, ".wasm")));
  const { exports } = await WebAssembly.instantiate(module, { "./schema_engine_bg.js": Object.fromEntries(glue) });
  (bg as unknown as { __wbg_set_wasm(exports: WebAssembly.Exports): void }).__wbg_set_wasm(exports);
  Object.assign(globalThis, {
    PRISMA_WASM_PANIC_REGISTRY: { set_message: (message: string) => console.error(message) },
  });
  (exports.__wbindgen_start as (() => void) | undefined)?.();
}

/**
 * adapter-pg 7.10 rejects the catalog type "char" (oid 18), which the engine's introspection reads.
 * Pass it off as an array of them (oid 1002) for adapter-pg, then name it for the engine (in `#open`).
 */
function catalogPool(connectionString: string): pg.Pool {
  const pool = new pg.Pool({ connectionString, max: 1 });
  const send = pool.query.bind(pool) as (...args: unknown[]) => Promise<pg.QueryResult>;
  const query = async (...args: unknown[]) => {
    const result = await send(...args);
    for (const field of result.fields ?? []) if (field.dataTypeID === 18) field.dataTypeID = 1002;
    return result;
  };
  return Object.assign(pool, { query });
}

/** adapter-pg's own shadow database ignores its name beside a connection string, and is dropped while still in use. */
class MigrationPg extends PrismaPg {
  readonly #opened: { dispose(): Promise<void> }[] = [];
  readonly #url: URL;
  constructor(url: string) {
    super(url);
    this.#url = new URL(url);
  }
  override connect() {
    return this.#open(this.#url.href);
  }
  override async connectToShadowDb() {
    const database = `shadow_${randomUUID().replaceAll("-", "")}`;
    const main = await this.connect();
    await main.executeScript(`create database ${database}`);
    const shadow = await this.#open(Object.assign(new URL(this.#url), { pathname: `/${database}` }).href);
    const close = shadow.dispose.bind(shadow);
    shadow.dispose = async () => {
      await close();
      await main.executeScript(`drop database if exists ${database} with (force)`);
    };
    return shadow;
  }
  /** The engine leaves its connections open. */
  async close(): Promise<void> {
    for (const connection of this.#opened.reverse()) await connection.dispose();
  }
  async #open(connectionString: string) {
    const pool = catalogPool(connectionString);
    const connection = await new PrismaPg(pool, { disposeExternalPool: true }).connect();
    let closed: Promise<void> | undefined;
    const dispose = connection.dispose.bind(connection);
    connection.dispose = () => (closed ??= dispose());
    const queryRaw = connection.queryRaw.bind(connection);
    connection.queryRaw = async (params) => {
      const { columnTypes, ...result } = await queryRaw(params);
      const { CharacterArray, Character } = ColumnTypeEnum;
      return { ...result, columnTypes: columnTypes.map((type) => (type === CharacterArray ? Character : type)) };
    };
    // adapter-pg cuts a script at every semicolon, also at those inside the body of a function.
    const executeScript = connection.executeScript.bind(connection);
    connection.executeScript = async (script) =>
      script.includes("$$") ? void (await pool.query(script)) : executeScript(script);
    this.#opened.push(connection);
    return connection;
  }
}

async function withEngine<T>(databaseUrl: string, use: (engine: bg.SchemaEngine) => Promise<T>): Promise<T> {
  loaded ??= load();
  await loaded;
  const adapter = new MigrationPg(databaseUrl);
  try {
    const engine = await bg.SchemaEngine.new(
      { datamodels: undefined },
      () => {},
      bindMigrationAwareSqlAdapterFactory(adapter),
    );
    return await use(engine);
  } finally {
    await adapter.close();
  }
}

export function readMigrations(prismaDir: string): bg.MigrationList {
  const baseDir = join(prismaDir, "migrations");
  const entries = readdirSync(baseDir, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  const sql = (name: string) => readFileSync(join(baseDir, name, "migration.sql"), "utf8");
  return {
    baseDir,
    lockfile: { path: "migration_lock.toml", content: readFileSync(join(baseDir, "migration_lock.toml"), "utf8") },
    shadowDbInitScript: "",
    migrationDirectories: entries
      .map((entry) => entry.name)
      .sort()
      .map((path) => ({ path, migrationFile: { path: "migration.sql", content: { tag: "ok", value: sql(path) } } })),
  };
}

/** Applies what prisma/migrations holds and the database lacks; returns the names applied now. */
export const migrate = (databaseUrl: string, prismaDir: string): Promise<string[]> =>
  withEngine(databaseUrl, async (engine) => {
    const migrationsList = readMigrations(prismaDir);
    return (await engine.applyMigrations({ migrationsList, filters })).appliedMigrationNames;
  });

/** The SQL missing from prisma/migrations for schema.prisma to be true; "" when they agree. Needs CREATEDB. */
export const diff = (databaseUrl: string, prismaDir: string): Promise<string> =>
  withEngine(databaseUrl, async (engine) => {
    const content = readFileSync(join(prismaDir, "schema.prisma"), "utf8");
    const { exitCode, stdout } = await engine.diff({
      from: { tag: "migrations", ...readMigrations(prismaDir) },
      to: { tag: "schemaDatamodel", files: [{ path: "schema.prisma", content }] },
      script: true,
      exitCode: true,
      filters,
      shadowDatabaseUrl: null,
    } as bg.DiffParams);
    return exitCode === 0 ? "" : (stdout ?? "");
  });
