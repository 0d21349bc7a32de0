// What one service generates: the Prisma client from prisma/schema.prisma, typed resolvers from schema.graphql.
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { codegen } from "@graphql-codegen/core";
import * as typescript from "@graphql-codegen/typescript";
import * as resolvers from "@graphql-codegen/typescript-resolvers";
import { parse } from "graphql";
import { readSdl } from "./sdl.mjs";

const prisma = createRequire(import.meta.url).resolve("prisma/build/index.js");
if (existsSync("prisma/schema.prisma")) {
  execFileSync(process.execPath, [prisma, "generate", "--no-hints"], {
    stdio: ["ignore", "ignore", "inherit"],
    // Any executable will do: generating needs no schema engine, and must not download one.
    env: {
      ...process.env,
      PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
      CHECKPOINT_DISABLE: "1",
      PRISMA_HIDE_UPDATE_MESSAGE: "1",
    },
  });
}

const filename = "src/gen/schema.ts";
const code = await codegen({
  filename,
  schema: parse(readSdl(process.cwd())),
  documents: [],
  config: {
    federation: true,
    contextType: "../context.ts#Context",
    mapperTypeSuffix: "Model",
    mappers: existsSync(join("src", "mappers.ts")) ? await readMappers() : {},
    useTypeImports: true,
    enumsAsTypes: true,
    importExtension: ".ts",
    scalars: { ID: "string", DateTime: "Date", Date: "string" },
  },
  plugins: [{ typescript: {} }, { resolvers: {} }],
  pluginMap: { typescript, resolvers },
});
mkdirSync("src/gen", { recursive: true });
writeFileSync(filename, code);

/** src/mappers.ts exports one type per GraphQL type that resolvers receive as their parent, under the same name. */
async function readMappers() {
  const { readFileSync } = await import("node:fs");
  const names = [...readFileSync("src/mappers.ts", "utf8").matchAll(/export (?:type|interface) (\w+)/g)].map(
    (m) => m[1],
  );
  return Object.fromEntries(names.map((name) => [name, `../mappers.ts#${name}`]));
}
