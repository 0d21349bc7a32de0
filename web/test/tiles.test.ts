import { classOf, quantiles, TILES } from "../src/routes/academies/tiles.ts";
import { anchorOf } from "../src/ui/Section.tsx";

test("no two academies share a place on the map", () => {
  const places = Object.values(TILES).map(([, column, row]) => `${column} ${row}`);
  expect(new Set(places).size).toBe(places.length);
});

test("classes hold about as many academies each, whatever the spread", () => {
  const values = [0, 1, 2, 3, 4, 5, 6, 7, 200];
  const bounds = quantiles(values);
  expect(bounds).toEqual([2, 4, 6, 200]);
  expect(values.map((value) => classOf(value, bounds))).toEqual([0, 1, 1, 2, 2, 3, 3, 4, 4]);
});

test("with few different values the fullest are still the darkest", () => {
  const bounds = quantiles([3, 3, 5]);
  expect(classOf(5, bounds)).toBe(4);
  expect(classOf(3, bounds)).toBeLessThan(4);
  expect(quantiles([0, 0])).toEqual([]);
  expect(classOf(0, [])).toBe(0);
});

test("a title makes an anchor without accents", () => {
  expect(anchorOf("Revue de l’existant")).toBe("revue-de-l-existant");
});
