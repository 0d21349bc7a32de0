import { Refusals } from "@trame/kit/refusal";
import { checkIn, checkInWindow, correctPresence, openCheckIn, TRIES } from "../src/domain/check-in.ts";
import { isAttested, isConvoked } from "../src/domain/documents.ts";
import { hold } from "../src/domain/holding.ts";
import { type Attendee, evolveMeeting, type Meeting, type MeetingFact } from "../src/domain/meeting.ts";

const convenes = (personId: string): Attendee => ({
  personId,
  answer: "PENDING",
  replacedById: null,
  status: null,
  seated: true,
});

const meeting: Meeting = {
  id: "m",
  version: 1,
  level: "ACADEMIC",
  mode: "IN_PERSON",
  title: "Réunion",
  purpose: "Production",
  themeId: "t",
  projectId: "p",
  academyCode: "28",
  schoolYear: "2019-2020",
  startsAt: new Date("2020-01-14T10:00:00Z"),
  endsAt: new Date("2020-01-14T13:00:00Z"),
  place: null,
  atMinistry: false,
  videoUrl: null,
  agenda: [],
  state: "CONVENED",
  convened: { at: new Date("2019-12-14T10:00:00Z"), byId: "claire" },
  cancelReason: null,
  attendance: [convenes("claire"), convenes("paul")],
  checkIn: null,
  presenceChanges: [],
  minutes: null,
  synthesis: null,
};

const refusedFor = (work: () => unknown): string[] => {
  try {
    work();
  } catch (error) {
    if (error instanceof Refusals) return error.refusals.map(({ code }) => code);
    throw error;
  }
  return [];
};

const after = (state: Meeting, facts: readonly MeetingFact[]) => facts.reduce<Meeting>(evolveMeeting, state);

const at = (time: string) => new Date(`2020-01-14T${time}Z`);
const opened = after(meeting, openCheckIn(meeting, { code: "ACDEFG", byId: "claire", at: at("09:45:00") }));
const typed = { code: "acd efg", remotely: false, tries: 1, at: at("10:05:00") };

test("A person checks in from half an hour before the meeting to half an hour after, once a code is shown", () => {
  expect(checkInWindow(meeting)).toEqual({ opensAt: at("09:30:00"), closesAt: at("13:30:00") });
  const open = (time: string) =>
    refusedFor(() => openCheckIn(meeting, { code: "ACDEFG", byId: "claire", at: at(time) }));
  expect(["09:29:59", "09:30:00", "13:30:00", "13:30:01"].map((time) => open(time).length)).toEqual([1, 0, 0, 1]);
  expect(refusedFor(() => checkIn(meeting, "paul", typed))).toEqual(["NOT_TIME_TO_CHECK_IN"]);
  expect(refusedFor(() => checkIn(opened, "paul", { ...typed, at: at("13:30:01") }))).toEqual(["NOT_TIME_TO_CHECK_IN"]);
  expect(refusedFor(() => checkIn(opened, "remi", typed))).toEqual(["NOT_CONVOKED"]);
});

test("The code is told apart from others, whatever its case and spaces; too many tries have to wait", () => {
  const paul = after(opened, checkIn(opened, "paul", typed)).attendance[1];
  expect(paul).toMatchObject({ status: "PRESENT", checkedInAt: at("10:05:00") });
  expect(refusedFor(() => checkIn(opened, "paul", { ...typed, code: "ACDEFH" }))).toEqual(["WRONG_CODE"]);
  // Not even the right one.
  expect(refusedFor(() => checkIn(opened, "paul", { ...typed, tries: TRIES.most + 1 }))).toEqual(["TOO_MANY_CODES"]);
  const renewed = after(opened, openCheckIn(opened, { code: "PQRTUV", byId: "claire", at: at("10:00:00") }));
  expect(refusedFor(() => checkIn(renewed, "paul", typed))).toEqual(["WRONG_CODE"]);
});

test("Who checked in is present unless the organiser says otherwise, and what was noted first stays readable", () => {
  const checked = after(opened, checkIn(opened, "paul", { ...typed, remotely: true }));
  const held = after(
    checked,
    hold(checked, [{ personId: "claire", status: "PRESENT" }], { first: null, at: at("13:00:00") }),
  );
  expect(held.attendance.map(({ status }) => status)).toEqual(["PRESENT", "PRESENT_REMOTELY"]);
  expect(held.presenceChanges).toEqual([]);
  const by = { byId: "claire", at: at("18:00:00") };
  const correction = { personId: "paul", status: "ABSENT" as const, reason: "Parti avant le début" };
  expect(refusedFor(() => correctPresence(checked, correction, by))).toEqual(["NOT_HELD_YET"]);
  expect(refusedFor(() => correctPresence(held, { ...correction, personId: "remi", reason: " " }, by))).toEqual([
    "NOT_IN_ATTENDANCE",
    "REQUIRED",
  ]);
  const corrected = after(held, correctPresence(held, correction, by));
  expect(corrected.presenceChanges).toMatchObject([{ before: "PRESENT_REMOTELY", after: "ABSENT", byId: "claire" }]);
  expect(correctPresence(corrected, correction, by)).toEqual([]);
  const denied = hold(
    checked,
    [
      { personId: "paul", status: "ABSENT" },
      { personId: "claire", status: "PRESENT" },
    ],
    {
      first: null,
      at: at("13:00:00"),
      byId: "claire",
    },
  );
  expect(after(checked, denied).presenceChanges).toMatchObject([{ before: "PRESENT_REMOTELY", after: "ABSENT" }]);
});

test("The convocation is for the person convened, the certificate for who was there", () => {
  const held = after(
    meeting,
    hold(meeting, [{ personId: "paul", status: "PRESENT" }], { first: null, at: at("11:00:00") }),
  );
  expect([isConvoked(meeting, "paul"), isConvoked(meeting, "remi"), isConvoked(meeting, undefined)]).toEqual([
    true,
    false,
    false,
  ]);
  expect(isConvoked({ ...meeting, state: "CANCELLED" }, "paul")).toBe(false);
  expect([isAttested(held, "paul"), isAttested(held, "claire"), isAttested(meeting, "paul")]).toEqual([
    true,
    false,
    false,
  ]);
});
