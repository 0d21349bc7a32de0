import type { Announcement, Audience } from "../notice.ts";
import { told } from "./told.ts";

export interface ApplicationTold {
  id: string;
  themeId: string;
  academyCode: string;
  title: string;
  state: string;
  referentId: string;
  pilotId: string;
}

/** Names of where it happens, as last heard. */
export interface Place {
  theme: string;
  academy: string;
}

const page = ({ id }: ApplicationTold) => `/espace/candidatures/${id}`;

/** The référent, the pilot inspector and the academy's DAN: those who act for the academy (R19). */
const academyOf = ({ referentId, pilotId, academyCode, themeId }: ApplicationTold) => ({
  personIds: [referentId, pilotId],
  audiences: [
    { role: "DAN", academyCode },
    { role: "REFERENT", academyCode, themeId },
    { role: "PILOT", academyCode, themeId },
  ] satisfies Audience[],
});

export const applicationSubmitted = (
  application: ApplicationTold,
  place: Place,
  version: number,
  at: Date,
): Announcement =>
  told(["application-submitted", application.id, version], at, {
    kind: "APPLICATION_SUBMITTED",
    audiences: [{ role: "PROGRAMME" }],
    title: `Candidature déposée : ${application.title}`,
    text: `${place.academy}, thème « ${place.theme} ».`,
    path: page(application),
    about: application.id,
  });

export const applicationReturned = (
  application: ApplicationTold,
  place: Place,
  { version, at, dueAt }: { version: number; at: Date; dueAt: Date | null },
): Announcement =>
  told(["application-returned", application.id, version], at, {
    kind: "APPLICATION_RETURNED",
    ...academyOf(application),
    title: `Candidature à corriger : ${application.title}`,
    text: `Une correction est demandée sur le thème « ${place.theme} ».`,
    path: page(application),
    about: application.id,
    dueAt,
  });

const OUTCOMES: Record<string, string> = {
  RETAINED: "Candidature retenue",
  RETAINED_CONDITIONALLY: "Candidature retenue sous réserve",
  WAITLISTED: "Candidature sur liste d'attente",
  DECLINED: "Candidature non retenue",
  INADMISSIBLE: "Candidature non recevable",
};

/** R20: the decision and its reason are on the application's page. */
export const applicationDecided = (
  application: ApplicationTold,
  place: Place,
  version: number,
  at: Date,
): Announcement =>
  told(["application-decided", application.id, version], at, {
    kind: "APPLICATION_DECIDED",
    ...academyOf(application),
    title: `${OUTCOMES[application.state] ?? "Décision sur une candidature"} : ${application.title}`,
    text: `Thème « ${place.theme} ».`,
    path: page(application),
    about: application.id,
  });

export const decisionReversed = (
  application: ApplicationTold,
  place: Place,
  version: number,
  at: Date,
): Announcement => ({
  ...applicationDecided(application, place, version, at),
  title: `Décision annulée : ${application.title}`,
  text: `Thème « ${place.theme} ». La candidature est de nouveau examinée.`,
});

export const themeLaunched = (theme: { id: string; title: string }, at: Date): Announcement =>
  told(["theme-launched", theme.id], at, {
    kind: "THEME_STEP",
    audiences: [{ themeId: theme.id }],
    title: `Thème lancé : ${theme.title}`,
    text: "Les travaux du groupe commencent.",
    path: `/espace/themes/${theme.id}`,
    about: theme.id,
  });

const STEPS: Record<string, string> = { ENGAGED: "Équipe engagée", ABANDONED: "Équipe arrêtée" };

export const projectMoved = (
  project: { id: string; themeId: string; academyCode: string; title: string; state: string },
  version: number,
  at: Date,
): Announcement | null => {
  const step = STEPS[project.state];
  if (!step) return null;
  const { id, themeId, academyCode, title } = project;
  return told(["project-moved", id, version], at, {
    kind: "PROJECT_STEP",
    audiences: [
      { themeId, academyCode },
      { role: "DAN", academyCode },
    ],
    title: `${step} : ${title}`,
    text: "",
    path: `/espace/themes/${themeId}`,
    about: id,
  });
};
