import { outcomeOf, pauseAfter } from "../src/domain/mail.ts";
import { digestAt, isKept, isNews, isPortalPath, reminderAt } from "../src/domain/notice.ts";
import { kindOf, NOTICE_KINDS } from "../src/domain/notice-kinds.ts";

const at = (text: string) => new Date(text);
const iso = (date: Date | null) => date?.toISOString() ?? null;

describe("a reminder", () => {
  const dueAt = at("2020-06-12T08:00:00Z");
  test("comes three days before the deadline", () => {
    expect(iso(reminderAt({ issuedAt: at("2020-05-18T08:00:00Z"), dueAt }))).toBe("2020-06-09T08:00:00.000Z");
  });
  test("comes one day before it when the notice came late, and not at all when the notice is itself the reminder", () => {
    expect(iso(reminderAt({ issuedAt: at("2020-06-09T08:00:00Z"), dueAt }))).toBe("2020-06-11T08:00:00.000Z");
    expect(reminderAt({ issuedAt: at("2020-06-11T08:00:00Z"), dueAt })).toBeNull();
    expect(reminderAt({ issuedAt: at("2020-05-18T08:00:00Z"), dueAt: null })).toBeNull();
  });
});

describe("the daily letter", () => {
  const paris = { hour: 7, timeZone: "Europe/Paris" };
  test("leaves at the person's hour, in the zone of his or her academy", () => {
    expect(iso(digestAt(at("2020-05-18T09:00:00Z"), paris))).toBe("2020-05-19T05:00:00.000Z");
    expect(iso(digestAt(at("2020-05-18T09:00:00Z"), { hour: 18, timeZone: "Indian/Reunion" }))).toBe(
      "2020-05-18T14:00:00.000Z",
    );
  });
  test("keeps its hour on the days when summer time begins and ends", () => {
    expect(iso(digestAt(at("2020-03-28T12:00:00Z"), paris))).toBe("2020-03-29T05:00:00.000Z");
    expect(iso(digestAt(at("2020-10-24T12:00:00Z"), paris))).toBe("2020-10-25T06:00:00.000Z");
  });
  test("never leaves at once: what comes at the very hour waits for the next day", () => {
    expect(iso(digestAt(at("2020-05-18T05:00:00Z"), paris))).toBe("2020-05-19T05:00:00.000Z");
  });
});

test("what is old is told without a mail, what is older than notifications are kept is not told", () => {
  const now = at("2020-05-18T07:00:00Z");
  expect([isNews(at("2020-05-17T07:00:00Z"), now), isKept(at("2020-05-17T07:00:00Z"), now)]).toEqual([true, true]);
  expect([isNews(at("2020-04-18T07:00:00Z"), now), isKept(at("2020-04-18T07:00:00Z"), now)]).toEqual([false, true]);
  expect(isKept(at("2019-12-01T07:00:00Z"), now)).toBe(false);
});

test("a kind has one code and a label, and an unknown one falls under the others", () => {
  expect(new Set(NOTICE_KINDS.map(({ code }) => code)).size).toBe(NOTICE_KINDS.length);
  expect(kindOf("MEETING_CONVENED").byDefault).toBe("AT_ONCE");
  expect(kindOf("FROM_A_LATER_VERSION").code).toBe("OTHER");
});

test("a notice leads to the portal and nowhere else", () => {
  expect(["/espace/reunions/1", "/lettres/svt/3"].every(isPortalPath)).toBe(true);
  expect(["//evil.example", "/\\evil.example", "https://evil.example", ""].some(isPortalPath)).toBe(false);
});

describe("what became of a mail", () => {
  test("an address that is refused for good is not tried again, a server that is busy is", () => {
    expect(outcomeOf({ message: "550 no such user", responseCode: 550 }, false).type).toBe("refused");
    expect(outcomeOf({ message: "554 content refused", responseCode: 554 }, true).type).toBe("refused");
    expect(outcomeOf({ message: "451 later", responseCode: 451 }, true).type).toBe("later");
    expect(outcomeOf({ message: "535 bad password", responseCode: 535, code: "EAUTH" }, false).type).toBe("later");
  });
  test("a connection that breaks once the message is on its way leaves it uncertain, before that it is sent later", () => {
    expect(outcomeOf({ message: "closed" }, true).type).toBe("uncertain");
    expect(outcomeOf({ message: "closed" }, false).type).toBe("later");
  });
  test("pauses double up to four hours", () => {
    expect([1, 2, 3, 12].map(pauseAfter)).toEqual([60_000, 120_000, 240_000, 14_400_000]);
  });
});
