import { keepCopy } from "@trame/kit/projection";
import type { Meeting } from "@trame/proto-schemas/meetings/v1/events_pb";
import type { Academy, Mandate } from "@trame/proto-schemas/people/v1/events_pb";
import type { PersonState } from "@trame/proto-schemas/people/v1/state_pb";
import type { Discipline, Project, Theme } from "@trame/proto-schemas/projects/v1/events_pb";
import type { Scenario } from "@trame/proto-schemas/scenarios/v1/events_pb";
import type { Tx } from "../database.ts";
import type { Prisma } from "../gen/prisma/client.ts";
import { forgetReader } from "./subscribers.ts";

/** Copies of the others' facts. A stale event changes nothing: versions only grow. They say whether they changed. */
export async function keepTheme(tx: Tx, theme: Theme, version: number): Promise<boolean> {
  const { id, title, kind, disciplineCodes, state, questions, axes, startsOn, endsOn } = theme;
  const durationYears = theme.durationYears || 1;
  const data = { title, kind, disciplineCodes, state, questions, axes, durationYears, startsOn, endsOn };
  return keepCopy(tx.theme, { id }, data, version);
}

export async function keepProject(tx: Tx, project: Project, version: number): Promise<void> {
  const { id, themeId, academyCode, title, disciplineCodes, state } = project;
  const data = { themeId, academyCode, title, disciplineCodes, state };
  await keepCopy(tx.project, { id }, data, version);
}

export async function keepDiscipline(tx: Tx, discipline: Discipline, version: number): Promise<boolean> {
  const { code, label, transversal } = discipline;
  const data = { label, transversal };
  return keepCopy(tx.discipline, { code }, data, version);
}

export async function keepAcademy(tx: Tx, academy: Academy, version: number): Promise<boolean> {
  const { code, name, label, timeZone } = academy;
  const data = { name, label, timeZone, successorCode: academy.successorCode || null };
  return keepCopy(tx.academy, { code }, data, version);
}

export async function keepPerson(tx: Tx, person: PersonState, version: number): Promise<boolean> {
  const { id, displayName } = person;
  const data = { displayName, email: person.email || null, academyCode: person.academyCode || null };
  return keepCopy(tx.person, { id }, data, version);
}

/**
 * An erased person's name and address are forgotten, with all that he or she was told or was to receive; the name stays
 * on works published before, unless the person asked.
 */
export async function forgetPerson(tx: Tx, id: string, at: Date): Promise<void> {
  const where = { personId: id };
  const { email } = (await tx.person.findUnique({ where: { id }, select: { email: true } })) ?? {};
  if (email) await forgetReader(tx, email);
  await tx.person.deleteMany({ where: { id } });
  await tx.erasedPerson.createMany({ data: [{ id, at }], skipDuplicates: true });
  await tx.mail.deleteMany({ where });
  await tx.notification.deleteMany({ where });
  await tx.noticeProof.deleteMany({ where });
  await tx.notificationPreference.deleteMany({ where });
  await tx.digestHour.deleteMany({ where });
  await tx.unsubscribeToken.deleteMany({ where });
}

/** Of each the latest, in one statement. */
export async function keepScenarios(tx: Tx, told: readonly { scenario: Scenario; version: number }[]): Promise<void> {
  const latest = new Map<string, Omit<Prisma.ScenarioCreateManyInput, "id"> & { id: string }>();
  for (const { scenario, version } of told) {
    const { id, themeId, projectId, title, academyCodes, disciplineCodes, state, edubaseState } = scenario;
    if (version <= (latest.get(id)?.version ?? 0)) continue;
    latest.set(id, { id, themeId, projectId, title, academyCodes, disciplineCodes, state, edubaseState, version });
  }
  const rows = [...latest].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, row]) => row);
  await tx.$executeRaw`
    insert into scenario
    select row.* from jsonb_populate_recordset(null::scenario, ${JSON.stringify(rows)}::text::jsonb) as row
    on conflict (id) do update
      set ("themeId", "projectId", title, "academyCodes", "disciplineCodes", state, "edubaseState", version)
        = (excluded."themeId", excluded."projectId", excluded.title, excluded."academyCodes",
           excluded."disciplineCodes", excluded.state, excluded."edubaseState", excluded.version)
      where scenario.version < excluded.version`;
}

export async function keepMeeting(tx: Tx, meeting: Meeting, version: number): Promise<void> {
  const { id, themeId, level, state } = meeting;
  await keepCopy(tx.meeting, { id }, { themeId, level, state }, version);
}

/** Told again, it is there once. */
export async function keepEcho(tx: Tx, echo: { id: string; scenarioId: string; themeId: string; kind: string }) {
  await tx.scenarioEcho.createMany({ data: [echo], skipDuplicates: true });
}

export async function keepMandate(tx: Tx, mandate: Mandate, version: number): Promise<void> {
  const { id, personId, role, startsOn } = mandate;
  const scope = { themeId: mandate.themeId || null, academyCode: mandate.academyCode || null };
  const disciplineCode = mandate.disciplineCode || null;
  const data = { personId, role, startsOn, endsOn: mandate.endsOn || null, disciplineCode, ...scope };
  await keepCopy(tx.mandate, { id }, data, version);
}
