import { dayIn, instantIn, timeIn } from "@trame/kit/day";
import fc from "fast-check";
import ICAL from "ical.js";
import { deadlineEntries, meetingEntry } from "../src/domain/calendar.ts";
import { evolveMeeting, type Meeting } from "../src/domain/meeting.ts";
import { toICalendar } from "../src/icalendar.ts";
import { persons, THEME } from "./examples.ts";

const ORIGIN = "https://trame.example.fr";
const NOW = new Date("2019-09-10T08:00:00Z");

/** From −10 h to +12 h, with and without summer time. */
const ZONES = [
  "Pacific/Tahiti",
  "America/Martinique",
  "America/Guadeloupe",
  "America/Cayenne",
  "America/Miquelon",
  "Europe/Paris",
  "Indian/Mayotte",
  "Indian/Reunion",
  "Pacific/Noumea",
  "Pacific/Wallis",
];

const example = (more: Partial<Meeting> = {}): Meeting => ({
  ...evolveMeeting(null, {
    type: "MeetingPlanned",
    meeting: {
      id: "00000000-0000-7000-8000-000000000400",
      level: "ACADEMIC",
      mode: "REMOTE",
      title: "Point d'étape ; suite, et fin",
      purpose: "Réflexion sur les séquences",
      themeId: THEME,
      projectId: null,
      academyCode: null,
      schoolYear: "2019-2020",
      startsAt: new Date("2020-01-14T13:00:00Z"),
      endsAt: new Date("2020-01-14T15:00:00Z"),
      place: null,
      atMinistry: false,
      videoUrl: "https://visio.example.fr/rennes",
      agenda: [
        { title: "Tour de table", minutes: 30, speaker: "Chaque équipe" },
        { title: "Suite", minutes: null, speaker: null },
      ],
    },
  }),
  version: 3,
  ...more,
});

const convened = { at: NOW, byId: persons.claire };

function read(text: string) {
  const calendar = new ICAL.Component(ICAL.parse(text));
  for (const zone of calendar.getAllSubcomponents("vtimezone")) ICAL.TimezoneService.register(zone);
  const events = calendar.getAllSubcomponents("vevent").map((component) => new ICAL.Event(component));
  return { calendar, events };
}

function written(meeting: Meeting, { inside = true, timeZone = "Europe/Paris" } = {}) {
  const entry = meetingEntry(meeting, { personId: persons.claire, inside, timeZone });
  const { calendar, events } = read(toICalendar({ name: "Essai", entries: [entry] }, ORIGIN, NOW));
  const [event] = events;
  if (!event) throw new Error("no event");
  return { calendar, event, text: (name: string) => String(event.component.getFirstPropertyValue(name) ?? "") };
}

afterEach(() => ICAL.TimezoneService.reset());

test("A meeting read back keeps its instants in every zone of the academies, summer and winter", () => {
  const moments = fc.record({
    zone: fc.constantFrom(...ZONES),
    day: fc.date({ min: new Date("2019-09-01"), max: new Date("2031-08-31"), noInvalidDate: true }),
    hour: fc.integer({ min: 6, max: 20 }),
    minutes: fc.integer({ min: 15, max: 2 * 24 * 60 }),
  });
  fc.assert(
    fc.property(moments, ({ zone, day, hour, minutes }) => {
      const startsAt = instantIn(dayIn(day, "UTC"), `${String(hour).padStart(2, "0")}:30`, zone);
      // No wall clock says which of the two hours is meant when summer time ends, at night.
      const rough = new Date(startsAt.getTime() + minutes * 60_000);
      const endsAt = timeIn(rough, zone) < "04:00" ? new Date(rough.getTime() + 4 * 3_600_000) : rough;
      const { event } = written(example({ startsAt, endsAt }), { timeZone: zone });
      expect(event.startDate.zone?.tzid).toBe(zone);
      expect(event.startDate.toJSDate()).toEqual(startsAt);
      expect(event.endDate.toJSDate()).toEqual(endsAt);
    }),
    { numRuns: 200 },
  );
});

test("The sequence of a meeting never goes back, whatever happens to it, and its identifier never changes", () => {
  const steps = fc.array(
    fc.constantFrom<Partial<Meeting>>(
      { title: "Un autre titre" },
      { state: "CONVENED", convened },
      { startsAt: new Date("2020-01-15T13:00:00Z"), endsAt: new Date("2020-01-15T15:00:00Z") },
      { state: "CANCELLED", cancelReason: "Grève" },
    ),
    { minLength: 1, maxLength: 6 },
  );
  fc.assert(
    fc.property(steps, (changes) => {
      let meeting = example({ version: 1 });
      let before = written(meeting).event;
      for (const change of changes) {
        meeting = { ...meeting, ...change, version: meeting.version + 1 };
        const { event } = written(meeting);
        expect(event.sequence).toBeGreaterThan(before.sequence);
        expect(event.uid).toBe(before.uid);
        before = event;
      }
    }),
    { numRuns: 60 },
  );
});

test("A meeting is tentative until it is convened, then confirmed; cancelled it says so, with the reason", () => {
  expect(written(example()).text("status")).toBe("TENTATIVE");
  expect(written(example({ state: "CONVENED", convened })).text("status")).toBe("CONFIRMED");
  const cancelled = written(example({ state: "CANCELLED", convened, cancelReason: "Grève des transports" }));
  expect(cancelled.text("status")).toBe("CANCELLED");
  expect(cancelled.event.summary).toBe("Annulée : Point d'étape ; suite, et fin");
  expect(cancelled.event.description).toContain("Grève des transports");
  expect(cancelled.text("transp")).toBe("TRANSPARENT");
  expect(cancelled.event.component.getAllSubcomponents("valarm")).toEqual([]);
});

test("The video conference and the place are in the calendar of the group, and of nobody else", () => {
  const { event, text } = written(example());
  expect(event.location).toBe("https://visio.example.fr/rennes");
  expect(event.description).toContain("Visioconférence : https://visio.example.fr/rennes");
  expect(event.description).toContain("1. Tour de table (30 min, Chaque équipe)\n2. Suite");
  expect(text("url")).toBe(`${ORIGIN}/espace/reunions/${event.uid}`);
  const outside = written(example(), { inside: false }).event;
  expect(outside.location ?? "").toBe("");
  expect(outside.description).not.toContain("visio.example.fr");
});

test("Alarms ring the day before and shortly before; whoever is excused is neither held nor rung", () => {
  const alarms = ({ event }: ReturnType<typeof written>) =>
    event.component.getAllSubcomponents("valarm").map((alarm) => String(alarm.getFirstPropertyValue("trigger")));
  expect(alarms(written(example()))).toEqual(["-P1D", "-PT15M"]);
  expect(alarms(written(example({ mode: "IN_PERSON" })))).toEqual(["-P1D", "-PT2H"]);
  const attendee = { personId: persons.claire, replacedById: null, status: null, seated: true };
  const excused = written(example({ attendance: [{ ...attendee, answer: "EXCUSED" }] }));
  expect(alarms(excused)).toEqual([]);
  expect(excused.text("transp")).toBe("TRANSPARENT");
  expect(written(example({ attendance: [{ ...attendee, answer: "WILL_ATTEND" }] })).text("transp")).toBe("OPAQUE");
});

test("R47: the milestones of the work plan are whole days of the calendar", () => {
  const milestones = [{ title: "Scénarios relus", dueOn: "2020-03-31" }];
  const theme = { id: THEME, title: "Les métadonnées", startsOn: "2019-09-01", endsOn: "2020-08-31", milestones };
  const entries = deadlineEntries({ ...theme, version: 4 });
  const [event] = read(toICalendar({ name: "Essai", entries }, ORIGIN, NOW)).events;
  expect(event?.summary).toBe("Échéance : Scénarios relus");
  expect(event?.startDate.isDate).toBe(true);
  expect([event?.startDate.toString(), event?.endDate.toString()]).toEqual(["2020-03-31", "2020-04-01"]);
  expect(event?.sequence).toBe(4);
});
