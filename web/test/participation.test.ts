import { readFileSync } from "node:fs";
import { buildSchema, isObjectType } from "graphql";
import { choiceAt, valuesByAcademy } from "../src/routes/participation/choice.ts";
import { definitions } from "../src/routes/parts/ParticipationFigures.tsx";

const none = { persons: 0, mandated: 0, attended: 0, authored: 0, implemented: 0, gaveFeedback: 0 };

test("each figure is defined on the page in the words of the graph", () => {
  const schema = buildSchema(readFileSync(new URL("../src/gen/api.graphql", import.meta.url), "utf8"));
  const type = schema.getType("ParticipationFigures");
  const fields = isObjectType(type) ? Object.values(type.getFields()) : [];
  const plain = (text: string) => text.replace(/’/g, "'").replace(/ \(R\d+\)/g, "");
  expect(definitions.map(({ name, meaning }) => [name, plain(meaning)])).toEqual(
    fields.map(({ name, description }) => [name, plain(description ?? "")]),
  );
});

test("an academy of fewer than five persons is hidden on the map, which is not the same as none", () => {
  const rows = [
    { key: "14", label: "Rennes", hidden: false, figures: { ...none, persons: 12, authored: 3 } },
    { key: "27", label: "Corse", hidden: true, figures: null },
  ];
  const values = valuesByAcademy(rows, "authored");
  expect([values.get("14"), values.get("27"), values.has("01")]).toEqual([3, null, false]);
});

test("axis, figure and filters come from the address; an unknown word falls back", () => {
  const at = (search: string) => choiceAt(new URLSearchParams(search));
  expect(at("axe=theme&chiffre=attended&discipline=svt")).toMatchObject({
    axis: "theme",
    shown: "attended",
    filter: { disciplineCode: "svt" },
  });
  expect(at("axe=toString&chiffre=constructor")).toMatchObject({ axis: "academie", shown: "persons" });
});
