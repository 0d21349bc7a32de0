import { keepCopy } from "@trame/kit/projection";
import type {
  Academy as AcademyMessage,
  Mandate as MandateMessage,
  NationalGroup,
} from "@trame/proto-schemas/people/v1/events_pb";
import type { PersonState } from "@trame/proto-schemas/people/v1/state_pb";
import type { Tx } from "../database.ts";

/** Copies of the others' facts. A stale event changes nothing: versions only grow. */
export async function keepAcademy(tx: Tx, academy: AcademyMessage, version: number): Promise<void> {
  const { code, label } = academy;
  const data = {
    label,
    validFrom: academy.validFrom || null,
    validTo: academy.validTo || null,
    successorCode: academy.successorCode || null,
  };
  await keepCopy(tx.academy, { code }, data, version);
}

export async function keepMandate(tx: Tx, mandate: MandateMessage, version: number): Promise<void> {
  const { id, personId, role, startsOn, implementsInClass } = mandate;
  const data = {
    personId,
    role,
    startsOn,
    implementsInClass,
    academyCode: mandate.academyCode || null,
    themeId: mandate.themeId || null,
    disciplineCode: mandate.disciplineCode || null,
    departement: mandate.departement || null,
    degree: mandate.degree || null,
    track: mandate.track || null,
    endsOn: mandate.endsOn || null,
  };
  await keepCopy(tx.mandate, { id }, data, version);
}

/** The name alone, for documents that name. */
export async function keepPerson(tx: Tx, { id, displayName }: PersonState, version: number): Promise<void> {
  await keepCopy(tx.person, { id }, { displayName }, version);
}

/** The copy of the name goes; its version stays, so that an older event cannot bring it back. */
export async function forgetPerson(tx: Tx, id: string, version: number): Promise<void> {
  const data = { displayName: "", version };
  await tx.person.upsert({ where: { id }, create: { id, ...data }, update: {} });
  await tx.person.updateMany({ where: { id, version: { lte: version } }, data });
}

/** What the national group lacks (R22, R23, R25), as people decided it. */
export async function keepNationalGroup(tx: Tx, group: NationalGroup, version: number): Promise<void> {
  const { themeId } = group;
  const blocking = group.gaps.filter(({ severity }) => severity === "BLOCKING");
  const data = {
    groupComplete: group.complete,
    groupGaps: blocking.map(({ code, message, requirement }) => ({ code, message, requirement })),
    groupVersion: version,
  };
  await tx.themeReadiness.upsert({ where: { themeId }, create: { themeId }, update: {} });
  await tx.themeReadiness.updateMany({ where: { themeId, groupVersion: { lt: version } }, data });
}

export async function keepReview(
  tx: Tx,
  themeId: string,
  review: { priorWorkAt?: Date; literatureAt?: Date },
): Promise<void> {
  await tx.themeReadiness.upsert({ where: { themeId }, create: { themeId, ...review }, update: review });
}

/** When a theme's intermediate synthesis was first heard to be signed (R92). */
export async function keepIntermediate(tx: Tx, themeId: string, intermediateAt: Date): Promise<void> {
  await tx.themeReadiness.upsert({ where: { themeId }, create: { themeId }, update: {} });
  await tx.themeReadiness.updateMany({ where: { themeId, intermediateAt: null }, data: { intermediateAt } });
}

/** Counts the published scenarios of a project (R10). */
export async function keepScenario(
  tx: Tx,
  scenario: { id: string; projectId: string; state: string },
  version: number,
): Promise<void> {
  const { id, projectId } = scenario;
  const data = { projectId, published: scenario.state === "PUBLISHED" };
  await keepCopy(tx.publishedScenario, { id }, data, version);
  const publishedScenarioCount = await tx.publishedScenario.count({ where: { projectId, published: true } });
  await tx.project.updateMany({ where: { id: projectId }, data: { publishedScenarioCount } });
}
