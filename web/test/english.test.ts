import type * as Dates from "../src/ui/dates.ts";
import type * as Plural from "../src/ui/plural.ts";

let dates: typeof Dates;
let plural: typeof Plural;

beforeAll(async () => {
  process.env.TRAME_LANGUAGE = "en";
  [dates, plural] = await Promise.all([import("../src/ui/dates.ts"), import("../src/ui/plural.ts")]);
});
afterAll(() => {
  delete process.env.TRAME_LANGUAGE;
});

test("in English, dates, hours and numbers are written as the English do", () => {
  expect(dates.longDate("2020-01-01")).toBe("1 January 2020");
  expect(dates.hour("2020-05-17T22:00:00Z")).toBe("0:00");
  expect(dates.monthName("2020-03")).toBe("March 2020");
  expect(plural.figure(1234)).toBe("1,234");
});

test("in English, the time left is told by Intl", () => {
  expect(dates.daysLeft("2020-05-18T07:00:00Z", "2020-05-29")).toBe("in 11 days");
});
