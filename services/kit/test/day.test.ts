import fc from "fast-check";
import { addDays, dayIn, daysBetween, frenchDay, instantIn, midnight, nextDay } from "../src/day.ts";

const ZONES = [
  "Europe/Paris",
  "Pacific/Tahiti",
  "Pacific/Noumea",
  "Indian/Reunion",
  "America/Martinique",
  "Pacific/Wallis",
];

test("a day begins at its midnight and not before, in every zone, leap days and changes of hour included", () => {
  const days = fc.integer({ min: 0, max: 6000 }).map((n) => addDays("2012-01-01", n));
  fc.assert(
    fc.property(days, fc.constantFrom(...ZONES), (day, zone) => {
      const begins = midnight(day, zone);
      expect(dayIn(begins, zone)).toBe(day);
      expect(dayIn(new Date(begins.getTime() - 1), zone)).toBe(addDays(day, -1));
      expect(daysBetween(day, nextDay(day))).toBe(1);
    }),
    { numRuns: 300 },
  );
});

test("half past nine is half past nine on both sides of summer time", () => {
  expect(instantIn("2020-03-28", "09:30").toISOString()).toBe("2020-03-28T08:30:00.000Z");
  expect(instantIn("2020-03-29", "09:30").toISOString()).toBe("2020-03-29T07:30:00.000Z");
  expect(instantIn("2020-10-25", "09:30").toISOString()).toBe("2020-10-25T08:30:00.000Z");
});

test("a French reader is told the first of a month", () => {
  expect([frenchDay("2020-06-01"), frenchDay("2020-02-29"), frenchDay("2020-05-11")]).toEqual([
    "1er juin 2020",
    "29 février 2020",
    "11 mai 2020",
  ]);
});
