// Composes the subgraphs: gateway/supergraph.graphql (committed) and docs/contract/api.graphql, the graph that the public sees.
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { composeServices } from "@apollo/composition";
import { parse, printSchema } from "graphql";
import { readSdl } from "./sdl.mjs";

const root = fileURLToPath(new URL("../../../../", import.meta.url));
const ports = { projects: 4001, people: 4002, scenarios: 4003, meetings: 4004, communications: 4005 };
const names = readdirSync(`${root}services`)
  .filter((name) => existsSync(`${root}services/${name}/schema.graphql`))
  .sort();
const { errors, supergraphSdl, schema } = composeServices(
  names.map((name) => ({
    name,
    url: `http://127.0.0.1:${ports[name]}/graphql`,
    typeDefs: parse(readSdl(`${root}services/${name}`)),
  })),
);
if (errors?.length) {
  for (const error of errors) console.error(error.message);
  process.exit(1);
}
const outputs = {
  [`${root}gateway/supergraph.graphql`]: supergraphSdl,
  [`${root}web/src/gen/api.graphql`]: `${printSchema(schema.toAPISchema().toGraphQLJSSchema())}\n`,
};
if (process.argv.includes("--check")) {
  const committed = `${root}gateway/supergraph.graphql`;
  if (!existsSync(committed) || readFileSync(committed, "utf8") !== supergraphSdl) {
    console.error("gateway/supergraph.graphql is not what the subgraphs compose to: run npm run generate");
    process.exit(1);
  }
} else {
  mkdirSync(`${root}web/src/gen`, { recursive: true });
  for (const [file, text] of Object.entries(outputs)) writeFileSync(file, text);
}
