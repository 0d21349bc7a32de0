import { agendaFrom } from "../src/features/meetings/agenda.ts";
import { expected } from "../src/features/meetings/presences.ts";
import { latestAndEarlier } from "../src/features/meetings/reports.ts";
import { meetingRights } from "../src/features/meetings/rights.ts";
import type { MeetingLevel, Role } from "../src/gen/graphql.ts";

const rennes = { code: "14", name: "Rennes", successor: null, predecessors: [] };

const meeting = (level: MeetingLevel, pilot: { id: string; displayName: string } | null = null) => ({
  level,
  theme: { id: "t1", title: "Thème" },
  academy: level === "ACADEMIC" ? rennes : null,
  project: level === "ACADEMIC" ? { id: "p1", title: "Projet", group: { id: "g1", pilot } } : null,
  attendance: [
    {
      answer: "WILL_ATTEND" as const,
      late: false,
      checkedInAt: null,
      status: "PRESENT" as const,
      person: { id: "malo", displayName: "Malo", position: null },
      replacedBy: null,
    },
  ],
});

const viewer = (id: string, role: Role, academyCode?: string, themeId?: string) => ({
  person: { id },
  mandates: [{ role, academy: academyCode ? { code: academyCode } : null, theme: themeId ? { id: themeId } : null }],
});

describe("who is shown which act at a meeting", () => {
  it("lets the programme plan a national meeting and the expert lead it", () => {
    expect(meetingRights(viewer("h", "PROGRAMME"), meeting("NATIONAL"))).toMatchObject({ plan: true, lead: false });
    expect(meetingRights(viewer("n", "EXPERT", undefined, "t1"), meeting("NATIONAL"))).toMatchObject({
      plan: false,
      lead: true,
      publish: true,
    });
  });

  it("lets those who attended amend the minutes (R87)", () => {
    expect(meetingRights(viewer("malo", "TEACHER", "14", "t1"), meeting("ACADEMIC")).write).toBe(true);
    expect(meetingRights(viewer("lea", "TEACHER", "14", "t1"), meeting("ACADEMIC")).write).toBe(false);
  });

  it("lets the DAN approve where the group has no pilot (R31)", () => {
    const dan = viewer("dan", "DAN", "14");
    expect(meetingRights(dan, meeting("ACADEMIC")).approve).toBe(true);
    expect(meetingRights(dan, meeting("ACADEMIC", { id: "p", displayName: "P" })).approve).toBe(false);
  });
});

describe("the attendance list", () => {
  it("proposes the presence that was announced", () => {
    expect(expected("WILL_ATTEND", "IN_PERSON")).toBe("PRESENT");
    expect(expected("WILL_ATTEND", "REMOTE")).toBe("PRESENT_REMOTELY");
    expect(expected("REPLACED", "IN_PERSON")).toBe("EXCUSED");
    expect(expected("PENDING", "IN_PERSON")).toBe("ABSENT");
  });
});

describe("the agenda", () => {
  it("keeps the order of its lines and leaves out the empty ones", () => {
    const form = new FormData();
    form.set("agenda.2.title", "Bilan");
    form.set("agenda.2.minutes", "30");
    form.set("agenda.0.title", "");
    expect(agendaFrom(form, [0, 2])).toEqual([{ title: "Bilan", minutes: 30, speaker: null }]);
  });
});

describe("the reports of a theme", () => {
  it("shows the last of each project, the earlier ones apart", () => {
    const report = (id: string, project: string, at: string) => ({ id, at, project: { id: project } });
    const { latest, earlier } = latestAndEarlier([
      report("1", "rennes", "2020-01-15"),
      report("2", "caen", "2020-01-10"),
      report("3", "rennes", "2020-03-21"),
    ]);
    expect(latest.map(({ id }) => id)).toEqual(["3", "2"]);
    expect(earlier.map(({ id }) => id)).toEqual(["1"]);
  });
});
