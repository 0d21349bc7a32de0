import { addDays, instantIn } from "@trame/kit/day";
import { acting, type Demo, pick, roll } from "@trame/kit/demo";
import { stableId } from "@trame/kit/id";
import type { Db, Tx } from "../src/database.ts";
import type { MeetingMode } from "../src/domain/meeting.ts";
import type { Project } from "../src/gen/prisma/client.ts";
import { seatsOf } from "../src/store/projections.ts";
import { planMeeting } from "../src/store/schedule.ts";
import { academicAgenda, academicMinutes, academicTitles, places } from "./academic-texts.ts";
import { askForDate } from "./polls.ts";
import { daysFrom, live, read, zone } from "./walk.ts";

type Demonstration = Demo<Tx, Db>;

interface Sitting {
  /** Which of the year's texts fit. */
  kind: "autumn" | "winter" | "spring" | "june";
  mode: MeetingMode;
  day: string;
  held: boolean;
}

/** Each team's one or two meetings; some teams have none in person, one in twenty has a third (R44). */
export async function academicYear(demo: Demonstration, projects: readonly Project[]): Promise<void> {
  await demo.each("Réunions académiques (par équipe)", projects, async (project) => {
    const group = await demo.db.academicGroup.findUnique({ where: { projectId: project.id } });
    const seats = seatsOf(group);
    const referentId = seats.find(({ role }) => role === "REFERENT")?.personId;
    if (!referentId) return;
    const pilotId = seats.find(({ role }) => role === "PILOT")?.personId ?? null;
    for (const sitting of sittingsOf(project.id)) await sit(demo, project, sitting, { referentId, pilotId });
  });
}

function sittingsOf(projectId: string): Sitting[] {
  const dice = roll(20, "sittings", projectId);
  const day = (from: string, span: number) => workday(addDays(from, roll(span, "day", from, projectId)));
  const autumn: Sitting = { kind: "autumn", mode: "IN_PERSON", day: day("2019-11-04", 26), held: true };
  const winter: Sitting = { kind: "winter", mode: "IN_PERSON", day: day("2020-01-13", 10), held: true };
  const spring: Sitting = { kind: "spring", mode: "IN_PERSON", day: day("2020-03-02", 11), held: true };
  const lockdown: Sitting = { kind: "spring", mode: "REMOTE", day: day("2020-03-23", 12), held: true };
  const june: Sitting = { kind: "june", mode: "IN_PERSON", day: day("2020-06-08", 15), held: false };
  if (dice === 0) return [];
  if (dice === 1) return [lockdown];
  if (dice === 2) return [lockdown, june];
  if (dice === 3) return [autumn, winter, spring];
  if (dice < 6) return [autumn, june];
  if (dice < 8) return [autumn];
  return dice < 14 ? [autumn, spring] : [autumn, lockdown];
}

async function sit(
  demo: Demonstration,
  project: Project,
  sitting: Sitting,
  { referentId, pilotId }: { referentId: string; pilotId: string | null },
): Promise<void> {
  const { id: projectId, themeId, academyCode } = project;
  const id = stableId("demo-academic-meeting", projectId, sitting.kind);
  const lead = acting(referentId, { role: "REFERENT", themeId, academyCode });
  const timeZone = await zone(demo, academyCode);
  const morning = roll(2, "morning", id) === 0;
  const startsAt = instantIn(sitting.day, morning ? "09:30" : "14:00", timeZone);
  if (!(await read(demo, id))) {
    const inPerson = sitting.mode === "IN_PERSON";
    await demo.commit(
      lead,
      sitting.held ? daysFrom(startsAt, -35) : new Date("2020-05-12T17:00:00+02:00"),
      (tx, command) =>
        planMeeting(tx, command, {
          id,
          level: "ACADEMIC",
          mode: sitting.mode,
          themeId,
          projectId,
          ...academicTitles[sitting.kind],
          startsAt,
          endsAt: instantIn(sitting.day, morning ? "12:30" : "17:00", timeZone),
          place: inPerson ? pick(places, "place", projectId) : null,
          atMinistry: false,
          videoUrl: inPerson ? null : `https://visio.education.fr/equipe-${projectId.slice(0, 8)}`,
          agenda: academicAgenda(sitting.kind),
        }),
    );
  }
  if (!sitting.held) return askForDate(demo, id, lead);
  // Some spring minutes are still to be written or approved.
  const late = sitting.kind === "spring" ? roll(10, "late", id) : 9;
  const scope = { role: "PILOT", themeId, academyCode };
  await live(demo, id, {
    lead,
    approver: pilotId && late > 1 ? acting(pilotId, scope) : null,
    minutes: late === 0 ? null : academicMinutes(sitting.kind, sitting.mode, project),
  });
}

/** A weekend day becomes the Monday after. */
function workday(day: string): string {
  const rank = new Date(day).getUTCDay();
  return rank === 6 ? addDays(day, 2) : rank === 0 ? addDays(day, 1) : day;
}
