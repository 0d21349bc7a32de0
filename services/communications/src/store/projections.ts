import type { Academy, Mandate } from "@trame/proto-schemas/people/v1/events_pb";
import type { PersonState } from "@trame/proto-schemas/people/v1/state_pb";
import type { Discipline, Project, Theme } from "@trame/proto-schemas/projects/v1/events_pb";
import type { Tx } from "../database.ts";

/** Copies of the others' facts. A stale event changes nothing: versions only grow. They say whether they changed. */
export async function keepTheme(tx: Tx, theme: Theme, version: number): Promise<boolean> {
  const { id, title, kind, disciplineCodes, state } = theme;
  const data = { title, kind, disciplineCodes, state, version };
  await tx.theme.createMany({ data: [{ id, ...data, version: 0 }], skipDuplicates: true });
  return (await tx.theme.updateMany({ where: { id, version: { lt: version } }, data })).count > 0;
}

export async function keepProject(tx: Tx, project: Project, version: number): Promise<void> {
  const { id, themeId, academyCode, title, disciplineCodes, state } = project;
  const data = { themeId, academyCode, title, disciplineCodes, state, version };
  await tx.project.createMany({ data: [{ id, ...data, version: 0 }], skipDuplicates: true });
  await tx.project.updateMany({ where: { id, version: { lt: version } }, data });
}

export async function keepDiscipline(tx: Tx, discipline: Discipline, version: number): Promise<boolean> {
  const { code, label, transversal } = discipline;
  const data = { label, transversal, version };
  await tx.discipline.createMany({ data: [{ code, ...data, version: 0 }], skipDuplicates: true });
  return (await tx.discipline.updateMany({ where: { code, version: { lt: version } }, data })).count > 0;
}

export async function keepAcademy(tx: Tx, academy: Academy, version: number): Promise<boolean> {
  const { code, name, label } = academy;
  const data = { name, label, successorCode: academy.successorCode || null, version };
  await tx.academy.createMany({ data: [{ code, ...data, version: 0 }], skipDuplicates: true });
  return (await tx.academy.updateMany({ where: { code, version: { lt: version } }, data })).count > 0;
}

export async function keepPerson(tx: Tx, person: PersonState, version: number): Promise<boolean> {
  const { id, displayName } = person;
  const data = { displayName, version };
  await tx.person.createMany({ data: [{ id, ...data, version: 0 }], skipDuplicates: true });
  return (await tx.person.updateMany({ where: { id, version: { lt: version } }, data })).count > 0;
}

/** An erased person's name is forgotten; on works published before it stays, unless the person asked. */
export async function forgetPerson(tx: Tx, id: string): Promise<void> {
  await tx.person.deleteMany({ where: { id } });
}

const WRITERS = ["EXPERT", "REFERENT", "EDITOR"];

export async function keepMandate(tx: Tx, mandate: Mandate, version: number): Promise<void> {
  const { id, personId, role, startsOn } = mandate;
  if (!WRITERS.includes(role)) return;
  const scope = { themeId: mandate.themeId || null, academyCode: mandate.academyCode || null };
  const data = { personId, role, startsOn, endsOn: mandate.endsOn || null, ...scope, version };
  await tx.mandate.createMany({ data: [{ id, ...data, version: 0 }], skipDuplicates: true });
  await tx.mandate.updateMany({ where: { id, version: { lt: version } }, data });
}
