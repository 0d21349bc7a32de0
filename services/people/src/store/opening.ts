import type { Command } from "@trame/kit/aggregate";
import { type Day, dayIn, earlier } from "@trame/kit/day";
import { stableId } from "@trame/kit/id";
import type { Tx } from "../database.ts";
import { family } from "../domain/academy.ts";
import { openAcademicGroup, openNationalGroup } from "../domain/group.ts";
import { takeBack } from "../domain/invitation.ts";
import { confirm, type Mandate, type MandateFact, type NewMandate, type Teaching, timely } from "../domain/mandate.ts";
import type { Role } from "../domain/role.ts";
import { allAcademies } from "./academies.ts";
import { changeUnexamined, giveUnexamined } from "./appointments.ts";
import { composeAcademic, composeNational, lockTheme, recomposeGroups, teamMandates } from "./composing.ts";
import { academicGroups, nationalGroups } from "./groups.ts";

/** A retained team, as its application named it. */
export interface RetainedTeam {
  projectId: string;
  themeId: string;
  academyCode: string;
  startsOn: Day;
  endsOn: Day;
  referentId: string | null;
  pilotId: string | null;
  cardieId: string | null;
  members: ({ personId: string } & Teaching)[];
}

/** The inspection générale agreed: the theme has a national group from now on. */
export async function openNational(tx: Tx, { by, at }: Command, themeId: string): Promise<void> {
  await lockTheme(tx, themeId);
  if (await tx.nationalGroup.findUnique({ where: { themeId } })) return;
  const composition = await composeNational(tx, themeId, await allAcademies(tx), at);
  const group = { id: stableId("national-group", themeId), themeId, openedOn: dayIn(at), ...composition };
  await nationalGroups.create(tx, { by, at }, openNationalGroup(group));
}

/**
 * A retained application becomes an academic group: its persons get their mandates, or keep those that they have. The
 * référent sits in the national group by the same mandate (R24).
 */
export async function openAcademic(tx: Tx, command: Command, team: RetainedTeam): Promise<void> {
  const { projectId, themeId, academyCode } = team;
  await lockTheme(tx, themeId);
  if (await tx.academicGroup.findUnique({ where: { projectId } })) return;
  const academies = await allAcademies(tx);
  const codes = family(academies, academyCode);
  const today = dayIn(command.at, academies.find(({ id }) => id === academyCode)?.timeZone);
  const place = { command, team, today, held: await heldMandates(tx, themeId, codes) };
  for (const { personId, ...teaching } of team.members) await seat(tx, place, "TEACHER", personId, teaching);
  if (team.pilotId) await seat(tx, place, "PILOT", team.pilotId);
  // Whoever holds the one place already keeps it: mandates come before what an application once named.
  if (team.referentId) await seatAlone(tx, place, "REFERENT", team.referentId);
  if (team.cardieId) await seatAlone(tx, place, "CARDIE", team.cardieId);
  const group = {
    id: stableId("academic-group", projectId),
    projectId,
    themeId,
    academyCode,
    openedOn: dayIn(command.at),
    ...composeAcademic(await teamMandates(tx, themeId, codes), []),
  };
  await academicGroups.create(tx, command, openAcademicGroup(group));
  await recomposeGroups(tx, command, themeId, null);
}

interface Place {
  command: Command;
  team: RetainedTeam;
  /** In the academy's zone. */
  today: Day;
  held: readonly Pick<Mandate, "id" | "personId" | "role" | "state">[];
}

/** Begun, still to come, or waiting for an answer: what has ended is over. */
const heldMandates = (tx: Tx, themeId: string, academyCodes: string[]) =>
  tx.mandate.findMany({
    where: { themeId, academyCode: { in: academyCodes }, state: { notIn: ["ENDED", "DECLINED"] } },
    select: { id: true, personId: true, role: true, state: true },
    orderBy: { id: "asc" },
  }) as Promise<Place["held"][number][]>;

async function seat(tx: Tx, place: Place, role: Role, personId: string, teaching: Partial<Teaching> = {}) {
  const { command, held } = place;
  const known = held.find((mandate) => mandate.role === role && mandate.personId === personId);
  if (known) await changeUnexamined(tx, command, known.id, (mandate) => join(mandate, teaching, place));
  else await giveUnexamined(tx, command, mandateOf(place, role, personId, teaching));
}

async function seatAlone(tx: Tx, place: Place, role: Role, personId: string) {
  const other = place.held.find((mandate) => mandate.role === role && mandate.state !== "INVITED");
  await seat(tx, place, role, other?.personId ?? personId);
  for (const { id } of place.held.filter(
    (mandate) => mandate.role === role && mandate.state === "INVITED" && mandate.personId !== personId,
  )) {
    await changeUnexamined(tx, place.command, id, () => takeBack("Candidature retenue", place.command.at));
  }
}

/** Whoever was only invited has joined the team by its application. */
const join = (mandate: Mandate, teaching: Partial<Teaching>, { team, today, command }: Place): MandateFact[] => [
  ...(mandate.state === "INVITED" ? acceptedOf(mandate, today, command.at) : []),
  ...confirm(mandate, teaching, team.endsOn),
];

const acceptedOf = (mandate: Mandate, today: Day, at: Date): MandateFact[] => [
  { type: "MandateAccepted", at },
  ...timely(mandate, today),
];

function mandateOf({ team, today }: Place, role: Role, personId: string, teaching: Partial<Teaching>): NewMandate {
  const { projectId, themeId, academyCode } = team;
  return {
    id: stableId("group-mandate", projectId, role, personId),
    personId,
    role,
    academyCode,
    themeId,
    disciplineCode: null,
    departement: null,
    corps: null,
    degree: null,
    track: null,
    implementsInClass: false,
    ...teaching,
    startsOn: earlier(team.startsOn, today),
    endsOn: team.endsOn,
    designation: "Candidature retenue",
  };
}
