import { type FilterName, filtersAt, listAt, variablesAt } from "../src/routes/scenarios/filters.ts";
import { canonicalAddress, oneOf, without } from "../src/ui/filters.ts";
import { labels } from "../src/ui/labels.ts";
import { afterOf, withTrail } from "../src/ui/Pager.tsx";

const level = "http://data.education.fr/voc/scolomfr/concept/scolomfr-voc-022-num-013";

test("the address of a list gives back the filters it was made from", () => {
  const filters = { q: "évaluation orale", discipline: "svt", niveau: level, tri: "TITLE_ASC" };
  const url = new URL(listAt(filters), "http://localhost");
  expect(filtersAt(url.searchParams)).toEqual(filters);
});

test("an empty filter is none, and the bare list has a bare address", () => {
  expect(filtersAt(new URLSearchParams("q=&discipline=%20&academie=14"))).toEqual({ academie: "14" });
  expect(listAt({})).toBe("/scenarios");
});

test("removing a filter keeps the others", () => {
  expect(listAt(without<FilterName>({ q: "voix", academie: "14" }, "q"))).toBe("/scenarios?academie=14");
});

test("an unknown word in the address restricts nothing", () => {
  expect(oneOf(labels.Progressivity, "SIMPLE_USE")).toBe("SIMPLE_USE");
  expect(oneOf(labels.Progressivity, "toString")).toBeUndefined();
  expect(variablesAt(new URLSearchParams("progressivite=facile")).filter.progressivity).toBeUndefined();
});

test("a search is sorted by relevance unless another order is chosen", () => {
  expect(variablesAt(new URLSearchParams("q=voix")).orderBy).toBe("RELEVANCE");
  expect(variablesAt(new URLSearchParams("q=voix&tri=TITLE_ASC")).orderBy).toBe("TITLE_ASC");
  expect(variablesAt(new URLSearchParams()).orderBy).toBe("PUBLISHED_DESC");
});

test("the fields that a form sends empty leave the address", () => {
  expect(canonicalAddress(new URL("http://localhost/themes?q=&nature=DISCIPLINARY"))).toBe(
    "/themes?nature=DISCIPLINARY",
  );
  expect(canonicalAddress(new URL("http://localhost/themes?q="))).toBe("/themes");
  expect(canonicalAddress(new URL("http://localhost/themes?q=voix"))).toBeNull();
});

test("the cursors of the pages behind stay in the address, this page's last", () => {
  const second = new URLSearchParams(withTrail(new URLSearchParams("q=voix&apres=a"), ["a", "b"]));
  expect(second.get("q")).toBe("voix");
  expect(afterOf(second)).toBe("b");
  expect(withTrail(second, [])).toBe("?q=voix");
  expect(afterOf(new URLSearchParams())).toBeNull();
});
