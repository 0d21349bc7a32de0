import type { ThemeState } from "../src/domain/theme.ts";
import { closeWithSynthesis } from "../src/domain/theme-years.ts";
import { theme } from "./states.ts";

const after = (state: ThemeState, isDistributed: boolean) =>
  closeWithSynthesis({ ...theme, state }, isDistributed).map((fact) => fact.type === "ThemeAdvanced" && fact.state);

test("R91: the final synthesis, once signed, ends the theme's work, and its distribution the theme", () => {
  expect(after("YEAR_1", false)).toEqual(["SYNTHESISED"]);
  expect(after("YEAR_2", false)).toEqual(["SYNTHESISED"]);
  expect(after("SYNTHESISED", true)).toEqual(["DIFFUSED"]);
});

test("told twice or out of order, a theme goes nowhere back", () => {
  expect(after("YEAR_1", true)).toEqual(["DIFFUSED"]);
  expect(after("DIFFUSED", false)).toEqual([]);
  expect(after("DIFFUSED", true)).toEqual([]);
  expect(after("SYNTHESISED", false)).toEqual([]);
  expect(after("OPEN", true)).toEqual([]);
});
