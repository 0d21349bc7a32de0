import fc from "fast-check";
import {
  isPast,
  monthsIn,
  nextOf,
  place,
  spanOf,
  type ThemeYear,
  type YearEvent,
  yearEvents,
} from "../src/routes/theme/year.ts";

const theme: ThemeYear = {
  durationYears: 1,
  launchedAt: "2019-09-20T08:00:00Z",
  agreement: { at: "2019-02-12T09:00:00Z" },
  campaign: {
    call: { opensAt: "2019-03-01T08:00:00Z", closesAt: "2019-05-31T16:00:00Z" },
    schoolYears: [
      { rank: 2, label: "2020-2021", startsOn: "2020-09-01", endsOn: "2021-08-31" },
      { rank: 1, label: "2019-2020", startsOn: "2019-09-01", endsOn: "2020-08-31" },
    ],
  },
  workPlan: { milestones: [{ title: "Premiers essais", dueOn: "2020-01-31" }] },
  meetings: {
    nodes: [
      { title: "Réunion de lancement", startsAt: "2019-10-10T08:00:00Z", state: "HELD" },
      { title: "Réunion annulée", startsAt: "2019-12-10T08:00:00Z", state: "CANCELLED" },
    ],
  },
};

const titles = (events: YearEvent[]) => events.map(({ title }) => title);

test("a theme's year holds its call, launch, milestones and national meetings in the order of their dates", () => {
  expect(titles(yearEvents(theme))).toEqual([
    "Accord de l’inspection générale",
    "Ouverture de l’appel à candidatures",
    "Clôture de l’appel à candidatures",
    "Lancement du thème",
    "Réunion de lancement",
    "Premiers essais",
    "Fin de l’année scolaire 2019-2020",
  ]);
});

test("R91: a theme's year shows its syntheses signed and distributed", () => {
  const events = yearEvents({
    ...theme,
    syntheses: [
      { title: "Synthèse finale", signedAt: "2020-06-10T10:00:00Z", distributedAt: "2020-06-20T10:00:00Z" },
      { title: "En écriture", signedAt: null, distributedAt: null },
    ],
  });
  expect(events.slice(-3).map(({ kind, title }) => [kind, title])).toEqual([
    ["signature", "Synthèse finale"],
    ["distribution", "Synthèse finale"],
    ["end", "Fin de l’année scolaire 2019-2020"],
  ]);
});

test("a theme of two years ends with the second", () => {
  expect(titles(yearEvents({ ...theme, durationYears: 2 })).at(-1)).toBe("Fin de l’année scolaire 2020-2021");
});

test("a milestone is not past on its own day; what comes next is the first that is not past", () => {
  const events = yearEvents(theme);
  const milestone = events[5] as YearEvent;
  expect(isPast(milestone, "2020-01-31T18:00:00.000Z")).toBe(false);
  expect(isPast(milestone, "2020-02-01T00:00:00.000Z")).toBe(true);
  expect(nextOf(events, "2019-12-01T00:00:00.000Z")?.title).toBe("Premiers essais");
  expect(nextOf(events, "2021-01-01T00:00:00.000Z")).toBeUndefined();
});

test("the line runs over whole months", () => {
  const months = monthsIn(spanOf(yearEvents(theme)));
  expect([months.length, months[0]?.key, months.at(-1)?.key]).toEqual([19, "2019-02", "2020-08"]);
  expect(months.reduce((sum, { width }) => sum + width, 0)).toBeCloseTo(1);
});

test("no two marks lie over each other, however close their dates are", () => {
  const day = fc.integer({ min: 0, max: 700 });
  fc.assert(
    fc.property(fc.array(day, { minLength: 1, maxLength: 25 }), (days) => {
      const events = days
        .toSorted((a, b) => a - b)
        .map((offset): YearEvent => {
          const at = new Date(Date.UTC(2019, 0, 1 + offset)).toISOString();
          return { kind: "milestone", title: "", at };
        });
      const placed = place(events, spanOf(events), 0.07);
      for (const [i, one] of placed.entries()) {
        for (const other of placed.slice(i + 1)) {
          expect(one.lane !== other.lane || other.x - one.x >= 0.07).toBe(true);
        }
      }
    }),
    { numRuns: 200 },
  );
});
