import { keepCopy } from "@trame/kit/projection";
import { notFound, refuse } from "@trame/kit/refusal";
import type { Academy, Mandate } from "@trame/proto-schemas/people/v1/events_pb";
import type { PersonState } from "@trame/proto-schemas/people/v1/state_pb";
import type { Campaign, Discipline, Project, Theme } from "@trame/proto-schemas/projects/v1/events_pb";
import type { Tx } from "../database.ts";

/** Copies of the others' facts. A stale event changes nothing: versions only grow. */
export async function keepCampaign(tx: Tx, { id, label, startsOn, endsOn }: Campaign, version: number): Promise<void> {
  const data = { label, startsOn, endsOn };
  await keepCopy(tx.campaign, { id }, data, version);
}

export async function keepTheme(tx: Tx, theme: Theme, version: number): Promise<void> {
  const { id, campaignId, title, disciplineCodes, state, startsOn, endsOn } = theme;
  const data = { campaignId, title, disciplineCodes, state, startsOn, endsOn };
  await keepCopy(tx.theme, { id }, data, version);
}

export async function keepProject(tx: Tx, project: Project, version: number): Promise<void> {
  const { id, campaignId, themeId, academyCode, title, state, disciplineCodes, startsOn, endsOn } = project;
  const data = { campaignId, themeId, academyCode, title, state, disciplineCodes, startsOn, endsOn };
  await keepCopy(tx.project, { id }, data, version);
}

export async function keepDiscipline(tx: Tx, { code, label }: Discipline, version: number): Promise<void> {
  await keepCopy(tx.discipline, { code }, { label }, version);
}

export async function keepAcademy(tx: Tx, { code, label, sites, ...academy }: Academy, version: number): Promise<void> {
  const data = { label, sites, successorCode: academy.successorCode || null };
  await keepCopy(tx.academy, { code }, data, version);
}

export async function keepMandate(tx: Tx, mandate: Mandate, version: number): Promise<void> {
  const { id, personId, role, startsOn, implementsInClass } = mandate;
  const data = {
    personId,
    role,
    startsOn,
    implementsInClass,
    academyCode: mandate.academyCode || null,
    themeId: mandate.themeId || null,
    disciplineCode: mandate.disciplineCode || null,
    endsOn: mandate.endsOn || null,
  };
  await keepCopy(tx.mandate, { id }, data, version);
}

export async function keepPerson(tx: Tx, person: PersonState, version: number): Promise<void> {
  const { id, displayName } = person;
  const data = {
    displayName,
    academyCode: person.academyCode || null,
    establishment: person.establishment || null,
  };
  await keepCopy(tx.person, { id }, data, version);
}

/** The copy of the name goes; its version stays, so that an older event cannot bring it back. */
export async function forgetPerson(tx: Tx, id: string, version: number): Promise<void> {
  const data = { displayName: "", academyCode: null, establishment: null, version };
  await tx.person.upsert({ where: { id }, create: { id, ...data }, update: {} });
  await tx.person.updateMany({ where: { id, version: { lte: version } }, data });
}

/** The project of a retained team (R10), as projects told it. */
export async function retainedProject(tx: Tx, id: string) {
  const project = await tx.project.findUnique({ where: { id } });
  if (!project) refuse(notFound("Ce projet", "projectId"));
  return project;
}
