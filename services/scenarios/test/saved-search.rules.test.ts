import fc from "fast-check";
import {
  changeSearch,
  lookAt,
  newsOf,
  pathOf,
  type SavedSearch,
  type SearchAlert,
  saveSearch,
} from "../src/domain/saved-search.ts";

const AT = new Date("2020-03-10T09:00:00Z");
const later = (days: number, minutes = 0) => new Date(AT.getTime() + days * 86_400_000 + minutes * 60_000);
const wanted = {
  id: "s",
  personId: "claire",
  name: " SVT ",
  search: " drone ",
  criteria: { level: null, tool: "Arcadie" },
};
const saved = (alert: SearchAlert): SavedSearch => saveSearch({ ...wanted, alert }, { kept: 0, at: AT });
const codes = (act: () => unknown) => {
  try {
    act();
    return [];
  } catch (error) {
    return (error as { refusals: { code: string }[] }).refusals.map(({ code }) => code);
  }
};

test("a search is kept with its name, words and filters; twenty at most, with all that is wrong at once", () => {
  expect(saved("DAILY")).toMatchObject({
    name: "SVT",
    search: "drone",
    criteria: { tool: "Arcadie" },
    lookedAt: AT,
    nextAt: later(1),
  });
  expect(saved("NONE").nextAt).toBeNull();
  expect(codes(() => saveSearch({ ...wanted, alert: "NONE" }, { kept: 19, at: AT }))).toEqual([]);
  const bad = { ...wanted, name: " ", search: "x".repeat(301), alert: "NONE" as const };
  expect(codes(() => saveSearch(bad, { kept: 20, at: AT }))).toEqual([
    "REQUIRED",
    "TOO_MANY_SEARCHES",
    "SEARCH_TOO_LONG",
  ]);
  expect(codes(() => changeSearch(saved("DAILY"), { name: "x".repeat(121) }, AT))).toEqual(["NAME_TOO_LONG"]);
});

test("after a pause news begins anew; from a daily to a weekly alert nothing is lost", () => {
  const paused = changeSearch(saved("DAILY"), { alert: "NONE" }, later(0, 5));
  expect(paused.nextAt).toBeNull();
  expect(changeSearch(paused, { alert: "DAILY" }, later(9))).toMatchObject({ lookedAt: later(9), nextAt: later(10) });
  expect(changeSearch(saved("DAILY"), { alert: "WEEKLY" }, later(0, 5))).toMatchObject({
    lookedAt: AT,
    nextAt: later(7),
  });
  expect(changeSearch(saved("WEEKLY"), { alert: "DAILY", name: "Vol" }, later(3))).toMatchObject({
    name: "Vol",
    nextAt: later(1),
  });
});

test("looks follow each other without a gap and without an overlap, at least a day or a week apart", () => {
  fc.assert(
    fc.property(
      fc.constantFrom<SearchAlert>("DAILY", "WEEKLY"),
      fc.array(fc.integer({ min: 0, max: 30_000 })),
      (alert, delays) => {
        let search = saved(alert);
        let last = AT.getTime();
        for (const delay of delays) {
          const at = new Date((search.nextAt as Date).getTime() + delay * 60_000);
          const { from, to, nextAt } = lookAt(search, at);
          expect(from).toEqual(search.lookedAt);
          expect(to.getTime()).toBeGreaterThanOrEqual(from.getTime());
          expect(to.getTime()).toBeLessThan(at.getTime());
          expect(at.getTime() - last).toBeGreaterThanOrEqual((alert === "DAILY" ? 1 : 7) * 86_400_000);
          search = { ...search, lookedAt: to, nextAt };
          last = at.getTime();
        }
      },
    ),
    { numRuns: 100 },
  );
});

test("news says how many scenarios and names five of them; without any there is none", () => {
  expect(newsOf("SVT", { count: 0, titles: [] })).toBeNull();
  expect(newsOf("SVT", { count: 1, titles: ["A"] })).toEqual({
    title: "Un nouveau scénario pour votre recherche « SVT »",
    text: "« A »",
  });
  expect(newsOf("SVT", { count: 7, titles: ["A", "B", "C", "D", "E"] })).toMatchObject({
    title: "7 nouveaux scénarios pour votre recherche « SVT »",
    text: expect.stringMatching(/« E »\n\net 2 autres\.$/),
  });
});

test("a search is read where the portal shows its words and filters", () => {
  expect(pathOf({ search: "", criteria: {} })).toBe("/scenarios");
  const search = { search: "relevés d'été", criteria: { disciplineCode: "svt", campaignId: "c" } };
  expect(pathOf(search)).toBe("/scenarios?q=relev%C3%A9s+d%27%C3%A9t%C3%A9&discipline=svt&annee=c");
  expect(pathOf(search, "LATEST")).toMatch(/&tri=PUBLISHED_DESC$/);
});
