// The graph is its own documentation: every type, field, argument and enum value that the public sees says what it means.
import { readFileSync } from "node:fs";
import process from "node:process";
import { Supergraph } from "@apollo/federation-internals";
import {
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isIntrospectionType,
  isObjectType,
  isSpecifiedScalarType,
} from "graphql";

const sdl = readFileSync(new URL("../../../../gateway/supergraph.graphql", import.meta.url), "utf8");
const schema = Supergraph.build(sdl).apiSchema().toGraphQLJSSchema();
const types = Object.values(schema.getTypeMap())
  .filter((type) => !isIntrospectionType(type) && !isSpecifiedScalarType(type))
  .filter((type) => type !== schema.getQueryType() && type !== schema.getMutationType());
const roots = [schema.getQueryType(), schema.getMutationType()].flatMap((type) => type ?? []);

const silent = [
  ...types.filter((type) => !type.description).map(({ name }) => name),
  ...[...roots, ...types].flatMap(silentIn),
];
for (const coordinate of silent) console.error(coordinate);
if (silent.length > 0) console.error(`${silent.length} définition(s) sans description.`);
process.exitCode = silent.length > 0 ? 1 : 0;

function silentIn(type) {
  if (isEnumType(type)) return undescribed(type.name, type.getValues());
  if (isInputObjectType(type)) return undescribed(type.name, Object.values(type.getFields()));
  if (!isObjectType(type) && !isInterfaceType(type)) return [];
  const fields = Object.values(type.getFields());
  return [
    ...undescribed(type.name, fields),
    ...fields.flatMap((field) => undescribed(`${type.name}.${field.name}`, field.args)),
  ];
}

function undescribed(owner, members) {
  return members.filter(({ description }) => !description).map(({ name }) => `${owner}.${name}`);
}
