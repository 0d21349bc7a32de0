import { GraphQLError, GraphQLScalarType, Kind } from "graphql";

const bad = (message: string) => new GraphQLError(message, { extensions: { code: "BAD_USER_INPUT" } });

function toInstant(value: unknown): Date {
  if (typeof value === "string" && /^\d{4}-\d{2}-\d{2}T.*(Z|[+-]\d{2}:?\d{2})$/.test(value)) {
    const instant = new Date(value);
    if (!Number.isNaN(instant.getTime())) return instant;
  }
  throw bad(`Instant mal formé : ${JSON.stringify(value)}. Attendu : 2020-05-18T09:00:00+02:00.`);
}

function toDay(value: unknown): string {
  if (typeof value === "string" && /^\d{4}-\d{2}-\d{2}$/.test(value)) {
    const day = new Date(`${value}T00:00:00Z`);
    if (!Number.isNaN(day.getTime()) && day.toISOString().startsWith(value)) return value;
  }
  throw bad(`Date mal formée : ${JSON.stringify(value)}. Attendu : 2020-05-18.`);
}

const literal = (node: { kind: string; value?: unknown }) => (node.kind === Kind.STRING ? node.value : undefined);

export const scalars = {
  DateTime: new GraphQLScalarType<Date, string>({
    name: "DateTime",
    serialize: (value) => (value instanceof Date ? value : new Date(String(value))).toISOString(),
    parseValue: toInstant,
    parseLiteral: (node) => toInstant(literal(node)),
  }),
  Date: new GraphQLScalarType<string, string>({
    name: "Date",
    serialize: (value) => (value instanceof Date ? value.toISOString().slice(0, 10) : String(value)),
    parseValue: toDay,
    parseLiteral: (node) => toDay(literal(node)),
  }),
};
