import { notFound, refuse } from "@trame/kit/refusal";
import type { Academy, Mandate } from "@trame/proto-schemas/people/v1/events_pb";
import type { PersonState } from "@trame/proto-schemas/people/v1/state_pb";
import type { Campaign, Discipline, Project, Theme } from "@trame/proto-schemas/projects/v1/events_pb";
import type { Tx } from "../database.ts";

/** Copies of the others' facts. A stale event changes nothing: versions only grow. */
export async function keepCampaign(tx: Tx, { id, label, startsOn, endsOn }: Campaign, version: number): Promise<void> {
  const data = { label, startsOn, endsOn, version };
  await tx.campaign.upsert({ where: { id }, create: { id, ...data, version: 0 }, update: {} });
  await tx.campaign.updateMany({ where: { id, version: { lt: version } }, data });
}

export async function keepTheme(tx: Tx, theme: Theme, version: number): Promise<void> {
  const { id, campaignId, title, disciplineCodes, state, startsOn, endsOn } = theme;
  const data = { campaignId, title, disciplineCodes, state, startsOn, endsOn, version };
  await tx.theme.upsert({ where: { id }, create: { id, ...data, version: 0 }, update: {} });
  await tx.theme.updateMany({ where: { id, version: { lt: version } }, data });
}

export async function keepProject(tx: Tx, project: Project, version: number): Promise<void> {
  const { id, campaignId, themeId, academyCode, title, state, disciplineCodes, startsOn, endsOn } = project;
  const data = { campaignId, themeId, academyCode, title, state, disciplineCodes, startsOn, endsOn, version };
  await tx.project.upsert({ where: { id }, create: { id, ...data, version: 0 }, update: {} });
  await tx.project.updateMany({ where: { id, version: { lt: version } }, data });
}

export async function keepDiscipline(tx: Tx, { code, label }: Discipline, version: number): Promise<void> {
  await tx.discipline.upsert({ where: { code }, create: { code, label, version: 0 }, update: {} });
  await tx.discipline.updateMany({ where: { code, version: { lt: version } }, data: { label, version } });
}

export async function keepAcademy(tx: Tx, { code, label, sites, ...academy }: Academy, version: number): Promise<void> {
  const data = { label, sites, successorCode: academy.successorCode || null, version };
  await tx.academy.upsert({ where: { code }, create: { code, ...data, version: 0 }, update: {} });
  await tx.academy.updateMany({ where: { code, version: { lt: version } }, data });
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
    version,
  };
  await tx.mandate.upsert({ where: { id }, create: { id, ...data, version: 0 }, update: {} });
  await tx.mandate.updateMany({ where: { id, version: { lt: version } }, data });
}

export async function keepPerson(tx: Tx, person: PersonState, version: number): Promise<void> {
  const { id, displayName } = person;
  const data = {
    displayName,
    academyCode: person.academyCode || null,
    establishment: person.establishment || null,
    version,
  };
  await tx.person.upsert({ where: { id }, create: { id, ...data, version: 0 }, update: {} });
  await tx.person.updateMany({ where: { id, version: { lt: version } }, data });
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
