import fc from "fast-check";
import type { Visit } from "../src/domain/address.ts";
import { afterVisit, brokenSince, watchOf } from "../src/domain/watch.ts";

const AT = new Date("2020-03-10T09:00:00Z");
const URL = "https://espaceeducatif.ac-rennes.fr/svt/biodiversite";
const opens: Visit = { kind: "PAGE", finalUrl: URL };
const closed: Visit = { kind: "UNREACHABLE", detail: "Le site répond 404 au lieu de 200." };
const day = (n: number) => new Date(AT.getTime() + n * 24 * 3600 * 1000);

test("R68: an address is visited a week after it was given, weekly while it opens, daily while it does not", () => {
  const watch = watchOf(URL, AT);
  expect(watch.nextAt).toEqual(day(7));
  expect(afterVisit(watch, opens, day(7)).watch.nextAt).toEqual(day(14));
  expect(afterVisit(watch, closed, day(7)).watch.nextAt).toEqual(day(8));
});

test("R68: it is broken since the first of three failures in a row, and what follows is told once", () => {
  const visits: Visit[] = [closed, closed, closed, closed, opens, opens];
  let watch = watchOf(URL, AT);
  const seen = visits.map((visit, n) => {
    const after = afterVisit(watch, visit, day(n));
    watch = after.watch;
    return [after.turn, brokenSince(watch)];
  });
  expect(seen).toEqual([
    [null, null],
    [null, null],
    ["BROKE", day(0)],
    [null, day(0)],
    ["MENDED", null],
    [null, null],
  ]);
});

test("R68: whatever the visits find, told as broken and told as mended take turns, and say how it stands", () => {
  fc.assert(
    fc.property(fc.array(fc.boolean()), (found) => {
      let watch = watchOf(URL, AT);
      const turns = found.flatMap((open, n) => {
        const after = afterVisit(watch, open ? opens : closed, day(n));
        watch = after.watch;
        return after.turn ?? [];
      });
      expect(turns).toEqual(turns.map((_, n) => (n % 2 === 0 ? "BROKE" : "MENDED")));
      // Said again, without counting: the last three found it closed, since it was last broken or mended.
      const runs = found.map((open) => (open ? "o" : "c")).join("");
      expect(brokenSince(watch) !== null).toBe(/ccc$/.test(runs));
      expect(turns.at(-1) === "BROKE").toBe(brokenSince(watch) !== null);
    }),
  );
});
