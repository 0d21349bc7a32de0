import type { Announcement, Audience } from "../notice.ts";
import { told } from "./told.ts";

export interface MandateTold {
  id: string;
  personId: string;
  role: string;
  themeId: string;
}

const ROLES: Record<string, string> = {
  ADMIN: "administration de Trame",
  PROGRAMME: "département DNE A2",
  INSPECTOR_GENERAL: "inspection générale",
  EXPERT: "expertise DNE A2",
  PILOT: "inspection pilote",
  REFERENT: "professeur·e référent·e",
  TEACHER: "enseignant·e du groupe",
  DAN: "délégation académique au numérique",
  CARDIE: "CARDIE",
  IEN: "IEN",
  DASEN: "DASEN",
  IAN: "interlocution académique pour le numérique",
  EDITOR: "rédaction de la lettre Édu_Num",
  ANALYST: "analyse de la participation",
};

/** R24, R38: whoever receives a mandate, or sees it end, learns it. */
const mandate = (what: "started" | "ended", { id, personId, role, themeId }: MandateTold, theme: string, at: Date) =>
  told([`mandate-${what}`, id], at, {
    kind: "MANDATE",
    personIds: [personId],
    title: `${what === "started" ? "Votre mandat commence" : "Votre mandat prend fin"} : ${ROLES[role] ?? role}`,
    text: theme ? `Thème « ${theme} ».` : "",
    path: themeId && what === "started" ? `/espace/themes/${themeId}` : "/espace",
    about: id,
  });

export const mandateStarted = (one: MandateTold, theme: string, at: Date): Announcement =>
  mandate("started", one, theme, at);
export const mandateEnded = (one: MandateTold, theme: string, at: Date): Announcement =>
  mandate("ended", one, theme, at);

export interface GroupTold {
  id: string;
  themeId: string;
  /** Empty for a national group. */
  academyCode: string;
  gaps: readonly { code: string; severity: string; message: string }[];
}

const groupPage = ({ id, academyCode }: GroupTold) =>
  academyCode ? `/espace/groupes/${id}` : `/espace/groupes-nationaux/${id}`;

/** Whoever can mend it: the academy for its group, the programme office for the national one. */
function menders({ themeId, academyCode, gaps }: GroupTold): Audience[] {
  if (!academyCode) return [{ role: "PROGRAMME" }];
  const lacks = (...codes: string[]) => gaps.some(({ code }) => codes.includes(code));
  return [
    { role: "PILOT", themeId, academyCode },
    { role: "REFERENT", themeId, academyCode },
    { role: "DAN", academyCode },
    ...(lacks("NO_CARDIE", "SEVERAL_CARDIE") ? [{ role: "CARDIE", academyCode }] : []),
    ...(lacks("NO_DASEN_AGREEMENT") ? [{ role: "DASEN", academyCode }] : []),
  ];
}

/** R22 to R42: what blocks, in words. */
export const groupIncomplete = (group: GroupTold, theme: string, version: number, at: Date): Announcement =>
  told(["group-incomplete", group.id, version], at, {
    kind: "GROUP_INCOMPLETE",
    audiences: menders(group),
    title: `Groupe incomplet : ${theme || "groupe de travail"}`,
    text: group.gaps
      .filter(({ severity }) => severity === "BLOCKING")
      .map(({ message }) => message)
      .join(" "),
    path: groupPage(group),
    about: group.id,
  });

export const groupCompleted = (group: GroupTold, theme: string, version: number, at: Date): Announcement =>
  told(["group-completed", group.id, version], at, {
    kind: "GROUP_COMPLETED",
    audiences: menders(group),
    title: `Groupe complet : ${theme || "groupe de travail"}`,
    text: "Plus rien ne manque.",
    path: groupPage(group),
    about: group.id,
  });
