import { PARIS } from "@trame/kit/day";
import { Refusals } from "@trame/kit/refusal";
import fc from "fast-check";
import {
  type Action,
  type ActionFact,
  carriedTo,
  completeAction,
  dropAction,
  entrustAction,
  evolveAction,
  isOverdue,
  recordAction,
  reopenAction,
} from "../src/domain/action.ts";
import type { Meeting, MeetingState } from "../src/domain/meeting.ts";

const held = (id: string, day: string, more: Partial<Meeting> = {}): Meeting => ({
  id,
  version: 1,
  level: "NATIONAL",
  mode: "REMOTE",
  title: "Réunion",
  purpose: "Point d'étape",
  themeId: "t",
  projectId: null,
  academyCode: null,
  schoolYear: "2019-2020",
  startsAt: new Date(`${day}T08:00:00Z`),
  endsAt: new Date(`${day}T10:00:00Z`),
  place: null,
  atMinistry: false,
  videoUrl: null,
  agenda: [],
  state: "HELD",
  convened: { at: new Date("2019-09-10T08:00:00Z"), byId: "e" },
  cancelReason: null,
  attendance: [],
  checkIn: null,
  presenceChanges: [],
  minutes: null,
  synthesis: null,
  ...more,
});

const words = { id: "a", text: "Relire les trames", ownerId: "claire", dueOn: "2019-11-15" };
const around = {
  group: ["claire", "nadia"],
  timeZone: PARIS,
  byId: "nadia",
  at: new Date("2019-10-04T12:00:00Z"),
  noticeId: "n1",
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

const after = (facts: readonly ActionFact[], action: Action | null = null): Action => {
  const last = facts.reduce<Action | null>((before, fact) => evolveAction(before, fact), action);
  if (!last) throw new Error("no action");
  return last;
};

const october = held("october", "2019-10-04");
const recorded = after(recordAction(october, words, around));

test("An action has a text, an owner in the group and a deadline that does not precede the meeting", () => {
  expect(recorded).toMatchObject({ meetingId: "october", state: "OPEN", ownerId: "claire", recordedById: "nadia" });
  const refused = (more: object) => refusedFor(() => recordAction(october, { ...words, ...more }, around));
  expect(refused({ text: " ", ownerId: "remi", dueOn: "2019-10-03" })).toEqual([
    "REQUIRED",
    "OWNER_OUTSIDE_GROUP",
    "DUE_TOO_EARLY",
  ]);
  expect(refused({ dueOn: "2019-10-04" })).toEqual([]);
});

test("R87: actions are recorded from the meeting's beginning until its minutes are approved", () => {
  const at = (meeting: Meeting, when: string) =>
    refusedFor(() => recordAction(meeting, words, { ...around, at: new Date(when) }));
  const convened = held("october", "2019-10-04", { state: "CONVENED" });
  expect(at(convened, "2019-10-04T07:59:00Z")).toEqual(["ACTION_TOO_EARLY"]);
  expect(at(convened, "2019-10-04T08:00:00Z")).toEqual([]);
  expect(at(held("october", "2019-10-04", { state: "CANCELLED" }), "2019-10-04T12:00:00Z")).toEqual([
    "ACTION_TOO_EARLY",
  ]);
  const minutes = { text: "…", modalities: null, decisions: [], writtenById: "nadia" };
  const approved = { ...minutes, approved: { byId: "nadia", at: around.at } };
  expect(at(held("october", "2019-10-04", { minutes: approved }), "2019-10-14T08:00:00Z")).toEqual(["ACTION_TOO_LATE"]);
});

test("An action is done, dropped with a reason, opened again; only an open one is entrusted to somebody else", () => {
  const by = { byId: "claire", at: new Date("2019-11-10T08:00:00Z") };
  const done = after(completeAction(recorded, by), recorded);
  expect(done).toMatchObject({ state: "DONE", closed: { byId: "claire", reason: null } });
  expect(completeAction(done, by)).toEqual([]);
  const again = { group: around.group, today: "2019-11-11", noticeId: "n2" };
  expect(refusedFor(() => entrustAction(done, { ownerId: "nadia", dueOn: "2019-12-01" }, again))).toEqual([
    "ACTION_CLOSED",
  ]);
  expect(refusedFor(() => dropAction(done, "Sans objet", by))).toEqual(["ACTION_CLOSED"]);
  expect(refusedFor(() => dropAction(recorded, " ", by))).toEqual(["REQUIRED"]);
  const reopened = after(reopenAction(done, "n2"), done);
  expect(reopened).toMatchObject({ state: "OPEN", closed: null, noticeId: "n2" });
  expect(refusedFor(() => entrustAction(reopened, { ownerId: "remi", dueOn: "2019-11-10" }, again))).toEqual([
    "OWNER_OUTSIDE_GROUP",
    "DUE_TOO_EARLY",
  ]);
  // Another owner, the deadline as it was, though it is past.
  expect(entrustAction(reopened, { ownerId: "nadia", dueOn: "2019-11-15" }, { ...again, today: "2020-01-01" })).toEqual(
    [{ type: "ActionEntrusted", ownerId: "nadia", dueOn: "2019-11-15", noticeId: "n2" }],
  );
});

test("An action is late the day after its deadline, as long as it is open", () => {
  expect(isOverdue(recorded, "2019-11-15")).toBe(false);
  expect(isOverdue(recorded, "2019-11-16")).toBe(true);
  expect(isOverdue({ ...recorded, state: "DONE" }, "2019-11-16")).toBe(false);
});

test("R84: what is left to do is carried to the next meeting of the group, and to no later one", () => {
  const january = held("january", "2020-01-24", { state: "CONVENED" });
  const april = held("april", "2020-04-03", { state: "PLANNED" });
  const group = [april, october, january];
  const at = new Date("2019-12-01T08:00:00Z");
  const carried = (meeting: Meeting, action: Action) => carriedTo(meeting, group, [action], at).length;
  expect([october, january, april].map((meeting) => carried(meeting, recorded))).toEqual([0, 1, 0]);
  const done = after(completeAction(recorded, { byId: null, at: new Date("2020-02-01T08:00:00Z") }), recorded);
  // It was still open when that meeting began.
  expect(carried(january, done)).toBe(1);
  expect(carried(april, done)).toBe(0);
  // Begun, even before anybody says that it was held, a meeting hands on what is left.
  expect(carriedTo(april, group, [recorded], new Date("2020-01-24T09:00:00Z"))).toHaveLength(1);
  expect(carried({ ...january, state: "CANCELLED" }, recorded)).toBe(0);
});

test("R84: an open action is carried to one meeting to come at most, whatever the group's meetings are", () => {
  const states: MeetingState[] = ["PLANNED", "CONVENED", "HELD", "MINUTES_APPROVED", "CANCELLED"];
  const day = fc.integer({ min: 5, max: 28 }).map((n) => `2019-10-${String(n).padStart(2, "0")}`);
  const meetings = fc
    .uniqueArray(day, { maxLength: 8 })
    .chain((days) => fc.tuple(...days.map((on) => fc.constantFrom(...states).map((state) => held(on, on, { state })))));
  fc.assert(
    fc.property(meetings, (others) => {
      const group = [october, ...others];
      const at = new Date("2019-10-15T00:00:00Z");
      const toCome = ({ state, startsAt }: Meeting) => (state === "PLANNED" || state === "CONVENED") && startsAt > at;
      const ahead = group.filter(toCome);
      const carrying = ahead.filter((meeting) => carriedTo(meeting, group, [recorded], at).length > 0);
      expect(carrying).toHaveLength(Math.min(ahead.length, 1));
    }),
    { numRuns: 200 },
  );
});
