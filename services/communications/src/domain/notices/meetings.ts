import type { Announcement } from "../notice.ts";
import { told } from "./told.ts";

export interface MeetingTold {
  id: string;
  title: string;
  themeId: string;
  startsAt: Date;
  place: string;
  attendeeIds: readonly string[];
}

const page = ({ id }: MeetingTold) => `/espace/reunions/${id}`;

/** The same for every version: whoever is invited later is convened once too. */
export const meetingConvened = (meeting: MeetingTold, at: Date): Announcement =>
  told(["meeting-convened", meeting.id], at, {
    kind: "MEETING_CONVENED",
    personIds: meeting.attendeeIds,
    title: `Convocation : ${meeting.title}`,
    text: meeting.place ? `Répondez avant la réunion. Lieu : ${meeting.place}.` : "Répondez avant la réunion.",
    path: page(meeting),
    about: meeting.id,
    dueAt: meeting.startsAt,
  });

export const meetingCancelled = (meeting: MeetingTold, at: Date): Announcement =>
  told(["meeting-cancelled", meeting.id], at, {
    kind: "MEETING_CANCELLED",
    personIds: meeting.attendeeIds,
    title: `Réunion annulée : ${meeting.title}`,
    text: "La raison est sur la page de la réunion.",
    path: page(meeting),
    about: meeting.id,
  });

export const minutesApproved = (meeting: MeetingTold, at: Date): Announcement =>
  told(["minutes-approved", meeting.id], at, {
    kind: "MINUTES_APPROVED",
    personIds: meeting.attendeeIds,
    title: `Compte rendu approuvé : ${meeting.title}`,
    text: "",
    path: page(meeting),
    about: meeting.id,
  });

/** R36: every member of the theme's national group is told, but for the référent who wrote it. */
export const progressReported = (
  report: { id: string; themeId: string; projectId: string; authorId: string },
  { theme, academy }: { theme: string; academy: string },
  at: Date,
): Announcement =>
  told(["progress-reported", report.id], at, {
    kind: "PROGRESS_REPORTED",
    audiences: [{ themeId: report.themeId }],
    exceptIds: [report.authorId],
    title: `Avancement : ${academy}`,
    text: theme ? `Thème « ${theme} ».` : "",
    path: `/espace/themes/${report.themeId}/avancement`,
    about: report.projectId,
  });
