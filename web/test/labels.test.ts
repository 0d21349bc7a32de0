import { readFileSync } from "node:fs";
import { join } from "node:path";
import { buildSchema, isEnumType } from "graphql";
import { type EnumName, labelOf, labelOr, labels } from "../src/ui/labels.ts";

const schema = buildSchema(readFileSync(join(__dirname, "../src/gen/api.graphql"), "utf8"));
const enums = Object.values(schema.getTypeMap())
  .filter(isEnumType)
  .filter(({ name }) => !name.startsWith("__"));

test.each(enums.map(({ name }) => name))("every value of %s has a French label, and no label is left over", (name) => {
  const values = enums.find((one) => one.name === name)?.getValues() ?? [];
  expect(Object.keys(labels[name as EnumName] ?? {}).sort()).toEqual(values.map((value) => value.name).sort());
});

test("no enumeration that has gone keeps its labels", () => {
  expect(Object.keys(labels).filter((name) => !enums.some((one) => one.name === name))).toEqual([]);
});

test("a value newer than the portal shows as its code", () => {
  expect(labelOf("ThemeState", "PAUSED")).toBe("PAUSED");
});

test("an « autre » shows the team's own word", () => {
  expect(labelOr("MaterialKind", "OTHER", "Jeu de société")).toBe("Jeu de société");
  expect(labelOr("MaterialKind", "OTHER", null)).toBe("Autre");
});
