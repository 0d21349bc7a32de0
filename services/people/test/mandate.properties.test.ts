import { addDays, dayIn, midnight, nextDay } from "@trame/kit/day";
import fc from "fast-check";
import { begin, evolveMandate, expire, give, inForce, type Mandate, type NewMandate } from "../src/domain/mandate.ts";

/** From −10 h to +12 h, with and without summer time. */
const ZONES = [
  "Pacific/Tahiti",
  "America/Martinique",
  "America/Cayenne",
  "America/Miquelon",
  "Europe/Paris",
  "Indian/Mayotte",
  "Indian/Reunion",
  "Pacific/Noumea",
  "Pacific/Wallis",
];

/** Days around changes of year, of hour and of February. */
const SEAMS = [
  "2019-12-31",
  "2020-01-01",
  "2020-02-28",
  "2020-02-29",
  "2020-03-01",
  "2020-03-29",
  "2020-10-25",
  "2021-02-28",
];

const day = fc.tuple(fc.constantFrom(...SEAMS), fc.integer({ min: -2, max: 2 })).map(([seam, by]) => addDays(seam, by));
const zone = fc.constantFrom(...ZONES);
/** Often the very edge of a day. */
const instant = fc
  .tuple(day, zone, fc.constantFrom(-1, 0, 1, 3_600_000, 43_200_000))
  .map(([on, where, by]) => new Date(midnight(on, where).getTime() + by));

/** An independent statement of what day it is somewhere. */
const calendar = (at: Date, timeZone: string) => at.toLocaleDateString("sv-SE", { timeZone });

const mandateOf = (startsOn: string, endsOn: string | null): NewMandate => ({
  id: "m",
  personId: "p",
  role: "EDITOR",
  academyCode: null,
  themeId: null,
  disciplineCode: null,
  departement: null,
  corps: null,
  degree: null,
  track: null,
  implementsInClass: false,
  startsOn,
  endsOn,
  designation: null,
});

const apply = (state: Mandate | null, facts: ReturnType<typeof give>) =>
  facts.reduce<Mandate | null>((before, fact) => evolveMandate(before, fact), state) as Mandate;

test("a mandate is in force from its first day to its last, by the calendar of its academy", () => {
  fc.assert(
    fc.property(day, day, zone, instant, (a, b, where, at) => {
      const [startsOn = a, endsOn = b] = [a, b].sort();
      const mandate = apply(null, give(mandateOf(startsOn, endsOn), at, where));
      const today = calendar(at, where);
      return inForce(mandate, dayIn(at, where)) === (startsOn <= today && today <= endsOn);
    }),
    { numRuns: 500 },
  );
});

test("time begins it at its first midnight and ends it after its last, never a millisecond sooner", () => {
  fc.assert(
    fc.property(day, fc.integer({ min: 0, max: 400 }), zone, (startsOn, length, where) => {
      const endsOn = addDays(startsOn, length);
      const first = midnight(startsOn, where);
      const over = midnight(nextDay(endsOn), where);
      const before = (at: Date) => new Date(at.getTime() - 1);
      const planned = apply(null, give(mandateOf(startsOn, endsOn), before(first), where));
      const started = apply(planned, begin(planned, dayIn(first, where)));
      return (
        planned.state === "PLANNED" &&
        begin(planned, dayIn(before(first), where)).length === 0 &&
        started.state === "STARTED" &&
        expire(started, dayIn(before(over), where)).length === 0 &&
        apply(started, expire(started, dayIn(over, where))).state === "ENDED"
      );
    }),
    { numRuns: 300 },
  );
});

test("a mandate is told the same, whether it is given before it begins, while it lasts or when it is over", () => {
  fc.assert(
    fc.property(
      day,
      fc.integer({ min: 0, max: 60 }),
      zone,
      instant,
      instant,
      (startsOn, length, where, given, seen) => {
        const endsOn = addDays(startsOn, length);
        const today = dayIn(seen, where);
        const at = new Date(Math.min(given.getTime(), seen.getTime()));
        const early = apply(null, give(mandateOf(startsOn, endsOn), at, where));
        const begun = early.state === "PLANNED" ? apply(early, begin(early, today)) : early;
        const moved = begun.state === "STARTED" ? apply(begun, expire(begun, today)) : begun;
        return moved.state === apply(null, give(mandateOf(startsOn, endsOn), seen, where)).state;
      },
    ),
    { numRuns: 300 },
  );
});
