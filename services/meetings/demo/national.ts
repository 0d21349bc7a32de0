import { type Actor, systemActor } from "@trame/kit/actor";
import { addDays, dayIn, frenchDay, instantIn, PARIS } from "@trame/kit/day";
import { acting, type Demo, pick, roll } from "@trame/kit/demo";
import { stableId } from "@trame/kit/id";
import type { Db, Tx } from "../src/database.ts";
import type { Meeting } from "../src/domain/meeting.ts";
import type { Project, Theme } from "../src/gen/prisma/client.ts";
import { labelOf } from "../src/store/academies.ts";
import { nationalMeetingId, proposeYear } from "../src/store/following.ts";
import { seatsOf } from "../src/store/projections.ts";
import { planMeeting, reviseMeeting } from "../src/store/schedule.ts";
import { fileProgressReport, publishSynthesis } from "../src/store/sittings.ts";
import { informSuperiors } from "../src/store/superiors.ts";
import { progressText, sharingLinks } from "./progress-texts.ts";
import { agendas, minutesOf, synthesisOf } from "./texts.ts";
import { daysFrom, invite, live, read } from "./walk.ts";

type Demonstration = Demo<Tx, Db>;

/** The programme office's own hand in the demonstration: its persons are not known here. */
const office = systemActor("meetings");
const YEAR = "2019-2020";

export async function nationalYear(
  demo: Demonstration,
  themes: readonly Theme[],
  projects: readonly Project[],
): Promise<void> {
  const academies = await demo.db.academy.findMany();
  await demo.each("Réunions nationales (année par thème)", themes, async (theme) => {
    const group = await demo.db.nationalGroup.findUnique({ where: { themeId: theme.id } });
    const expertId = seatsOf(group).find(({ role }) => role === "EXPERT")?.personId;
    if (!expertId) return;
    const teams = projects
      .filter(({ themeId }) => themeId === theme.id)
      .map((project) => ({ project, label: labelOf(academies, project.academyCode) }));
    // The reaction to the launch has planned them; a theme launched before this service listened gets them here.
    await demo.commit(office, new Date("2019-09-02T12:00:00+02:00"), (tx, command) =>
      proposeYear(tx, command, theme.id),
    );
    for (const rank of [1, 2, 3]) await oneMeeting(demo, theme, { rank, expertId, teams });
    if (roll(3, "june", theme.id) === 0) await juneMeeting(demo, theme, expertId);
  });
}

interface Place {
  rank: number;
  expertId: string;
  teams: { project: Project; label: string }[];
}

async function oneMeeting(demo: Demonstration, theme: Theme, { rank, expertId, teams }: Place): Promise<void> {
  const id = nationalMeetingId(theme.id, YEAR, rank);
  const planned = await read(demo, id);
  if (!planned) return;
  if (planned.state === "PLANNED") await prepare(demo, planned, rank);
  if (rank > 1) await progress(demo, planned, teams, rank);
  const lead = acting(expertId, { role: "EXPERT", themeId: theme.id });
  const labels = teams.map(({ label }) => label);
  const minutes = minutesOf(rank, theme, labels);
  await live(demo, id, { lead, approver: lead, minutes, checksIn: rank === 1 });
  await inform(demo, planned, lead);
  // Two themes' last syntheses are still being written on 18 May.
  if (rank === 3 && roll(8, "late synthesis", theme.id) === 0) return;
  const approved = await read(demo, id);
  if (approved?.state !== "MINUTES_APPROVED") return;
  const synthesis = {
    text: synthesisOf(rank, theme, labels),
    url: `https://eduscol.education.fr/traam/2019-2020/${theme.id.slice(0, 8)}/reunion-${rank}`,
  };
  await demo.commit(lead, daysFrom(approved.endsAt, 16, 1), (tx, command) =>
    publishSynthesis(tx, command, id, synthesis),
  );
}

/** Three weeks ahead, in all but one theme of ten. */
async function inform(demo: Demonstration, { id, themeId, title, startsAt }: Meeting, lead: Actor): Promise<void> {
  if (roll(10, "superiors", themeId) === 0 || (await demo.db.superiorsNotice.count({ where: { meetingId: id } })) > 0) {
    return;
  }
  const day = frenchDay(dayIn(startsAt, PARIS));
  const text = `Le ou la professeur·e référent·e de votre académie est convoqué·e à la réunion nationale TraAM « ${title} », le ${day}. Merci de faciliter sa participation.`;
  await demo.commit(lead, daysFrom(startsAt, -20), (tx, command) =>
    informSuperiors(tx, command, id, { id: stableId("demo-superiors", id), text }),
  );
}

async function prepare(demo: Demonstration, meeting: Meeting, rank: number): Promise<void> {
  const videoUrl = rank === 1 ? null : `https://visio.education.fr/traam-${meeting.id.slice(0, 8)}`;
  const text = { agenda: agendas[rank - 1] ?? [], videoUrl };
  await demo.commit(office, daysFrom(meeting.startsAt, -30), (tx, command) =>
    reviseMeeting(tx, command, meeting.id, text),
  );
}

/** Nearly every référent reports in the ten days before. */
async function progress(demo: Demonstration, meeting: Meeting, teams: Place["teams"], rank: number): Promise<void> {
  for (const { project, label } of teams) {
    const id = stableId("demo-progress", project.id, String(rank));
    if (roll(100, "reports", id) < 8 || (await demo.db.progressReport.findUnique({ where: { id } }))) continue;
    const group = await demo.db.academicGroup.findUnique({ where: { projectId: project.id } });
    const referent = seatsOf(group).find(({ role }) => role === "REFERENT");
    if (!referent) continue;
    const { themeId, academyCode } = project;
    const by = acting(referent.personId, { role: "REFERENT", themeId, academyCode });
    const at = daysFrom(meeting.startsAt, -2 - roll(8, id), -roll(5, id, "hour"));
    await demo.commit(by, at, (tx, command) =>
      fileProgressReport(tx, command, {
        id,
        projectId: project.id,
        text: progressText(rank, project, label),
        links: sharingLinks(project.id, rank),
      }),
    );
  }
}

/** A last meeting to come, convened and partly answered. */
async function juneMeeting(demo: Demonstration, theme: Theme, expertId: string): Promise<void> {
  const id = stableId("demo-june-meeting", theme.id);
  const monday = pick(["2020-06-08", "2020-06-15"], "june week", theme.id);
  const day = addDays(monday, roll(5, "june day", theme.id));
  if (!(await read(demo, id))) {
    await demo.commit(office, new Date("2020-05-04T10:00:00+02:00"), (tx, command) =>
      planMeeting(tx, command, {
        id,
        level: "NATIONAL",
        mode: "REMOTE",
        themeId: theme.id,
        projectId: null,
        title: "Réunion de bilan à distance",
        purpose: "Bilan de l'année : productions publiées, conditions de généralisation, synthèse à signer",
        startsAt: instantIn(day, "14:00", PARIS),
        endsAt: instantIn(day, "16:30", PARIS),
        place: null,
        atMinistry: false,
        videoUrl: `https://visio.education.fr/traam-bilan-${theme.id.slice(0, 8)}`,
        agenda: agendas[3] ?? [],
      }),
    );
  }
  const meeting = await read(demo, id);
  const lead = acting(expertId, { role: "EXPERT", themeId: theme.id });
  const at = new Date(`${addDays("2020-05-11", roll(3, "convened", theme.id))}T11:00:00+02:00`);
  if (meeting && dayIn(meeting.startsAt, PARIS) > "2020-05-18") await invite(demo, meeting, lead, { at, silent: 55 });
}
