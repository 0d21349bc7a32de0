import { scenarioList } from "../src/features/scenarios/scenarioList.tsx";
import { canonicalAddress, oneOf, without } from "../src/ui/filters.ts";
import { labels } from "../src/ui/labels.ts";
import { afterOf, KEPT, pageNumberOf, stepsFrom } from "../src/ui/trail.ts";

const { address, chosenAt, variablesAt } = scenarioList;

const level = "http://data.education.fr/voc/scolomfr/concept/scolomfr-voc-022-num-013";

test("the address of a list gives back the filters it was made from", () => {
  const filters = { q: "évaluation orale", discipline: "svt", niveau: level, tri: "TITLE_ASC" };
  const url = new URL(address(filters), "http://localhost");
  expect(chosenAt(url.searchParams)).toEqual(filters);
});

test("an empty filter is none, and the bare list has a bare address", () => {
  expect(chosenAt(new URLSearchParams("q=&discipline=%20&academie=14"))).toEqual({ academie: "14" });
  expect(address({})).toBe("/scenarios");
});

test("removing a filter keeps the others", () => {
  expect(address(without<string>({ q: "voix", academie: "14" }, "q"))).toBe("/scenarios?academie=14");
});

test("an unknown word in the address restricts nothing", () => {
  expect(oneOf(labels.Progressivity, "SIMPLE_USE")).toBe("SIMPLE_USE");
  expect(oneOf(labels.Progressivity, "toString")).toBeUndefined();
  expect(variablesAt(new URLSearchParams("progressivite=facile")).filter?.progressivity).toBeUndefined();
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

describe("paging", () => {
  const page = { hasNextPage: true, endCursor: "b" };

  it("keeps the cursors of the pages behind in the address, this page's last", () => {
    const steps = stepsFrom(new URLSearchParams("q=voix&apres=a"), page);
    expect(steps.next).toBe("?q=voix&apres=a&apres=b");
    expect(steps.previous).toBe("?q=voix");
    expect(afterOf(new URLSearchParams(steps.next))).toBe("b");
    expect(pageNumberOf(new URLSearchParams(steps.next))).toBe(3);
    expect(stepsFrom(new URLSearchParams(), page).previous).toBeUndefined();
  });

  it("has an address that ends: far from the first page, only the last cursors are kept", () => {
    let search = new URLSearchParams();
    for (let at = 1; at <= 50; at += 1) {
      search = new URLSearchParams(stepsFrom(search, { hasNextPage: true, endCursor: `c${at}` }).next);
    }
    expect([search.getAll("apres").length, pageNumberOf(search), afterOf(search)]).toEqual([KEPT, 51, "c50"]);
    let back: string | undefined = `?${search}`;
    let steps = 0;
    while (back) {
      const here: URLSearchParams = new URLSearchParams(back);
      expect(pageNumberOf(here)).toBe(51 - steps);
      back = stepsFrom(here, page).previous;
      steps += 1;
    }
    expect(steps).toBe(KEPT);
  });
});
