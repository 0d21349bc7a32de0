import { clockTime, daysLeft, deadline, duration, hour, longDate, monthName, span } from "../src/ui/dates.ts";
import { instantIn, localIn } from "../src/ui/formData.ts";

const plain = (text: string) => text.replaceAll("\u00a0", " ");

test("an instant is shown in Paris, in French", () => {
  expect(plain(clockTime("2020-05-18T07:12:00Z"))).toBe("18 mai 2020, 9 h 12");
  expect(longDate("2019-12-31T23:30:00Z")).toBe("1er janvier 2020");
});

test("a date without an hour belongs to no zone", () => {
  expect(longDate("2020-01-01")).toBe("1er janvier 2020");
});

test("a deadline names its zone", () => {
  expect(plain(deadline("2020-06-12T16:00:00Z"))).toBe("12 juin 2020 à 18 h 00 (heure de Paris)");
});

test("a meeting is shown in the time of its place, with the zone named", () => {
  expect(plain(span("2020-03-12T08:30:00Z", "2020-03-12T11:00:00Z", "Indian/Reunion"))).toBe(
    "12 mars 2020, de 12 h 30 à 15 h 00 (heure de La Réunion)",
  );
  expect(plain(span("2020-03-12T21:30:00Z", "2020-03-13T01:00:00Z"))).toBe(
    "du 12 mars 2020 à 22 h 30 au 13 mars 2020 à 2 h 00 (heure de Paris)",
  );
});

test("midnight is 0 h 00", () => {
  expect(plain(hour("2020-05-17T22:00:00Z"))).toBe("0 h 00");
});

test.each([
  ["2020-05-18T21:59:00Z", "aujourd’hui"],
  ["2020-05-18T22:01:00Z", "demain"],
  ["2020-05-29", "dans 11 jours"],
  ["2020-05-15T10:00:00Z", "il y a 3 jours"],
])("time left counts days of the calendar in Paris: %s is %s", (at, text) => {
  expect(daysLeft("2020-05-18T07:00:00Z", at)).toBe(text);
});

test("months and durations are written out", () => {
  expect(monthName("2020-03")).toBe("mars 2020");
  expect([55, 60, 90, 125].map(duration)).toEqual(["55 min", "1 h", "1 h 30", "2 h 05"]);
});

test.each([
  ["2020-05-18T09:00", "Europe/Paris", "2020-05-18T07:00:00.000Z"],
  ["2020-01-18T09:00", "Europe/Paris", "2020-01-18T08:00:00.000Z"],
  ["2020-03-29T03:30", "Europe/Paris", "2020-03-29T01:30:00.000Z"],
  ["2020-10-25T01:30", "Europe/Paris", "2020-10-24T23:30:00.000Z"],
  ["2020-05-18T09:00", "Pacific/Noumea", "2020-05-17T22:00:00.000Z"],
])("what is typed as %s in %s is %s, and back", (local, zone, instant) => {
  expect(instantIn(local, zone)).toBe(instant);
  expect(localIn(instant, zone)).toBe(local);
});

test("what is no date and hour is nothing", () => {
  expect(instantIn("")).toBeNull();
  expect(instantIn("2020-05-18")).toBeNull();
});
