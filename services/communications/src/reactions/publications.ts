import { timestampDate } from "@bufbuild/protobuf/wkt";
import type { Meeting } from "@trame/proto-schemas/meetings/v1/events_pb";
import type { Scenario } from "@trame/proto-schemas/scenarios/v1/events_pb";
import type { Tx } from "../database.ts";
import type { Source } from "../domain/publication.ts";
import { publishSource } from "../store/publications.ts";
import type { Acting } from "./names.ts";

/** The public synthesis of a meeting (R88). */
export async function synthesisOnline(
  tx: Tx,
  { command, origin }: Acting,
  meeting: Meeting | undefined,
  version: number,
): Promise<void> {
  if (meeting) await publishSource(tx, command, synthesisSource(meeting, version, command.at), origin);
}

/** The event carries the whole scenario. */
export const scenarioSource = (scenario: Scenario, version: number): Source => ({
  kind: "SCENARIO",
  sourceId: scenario.id,
  sourceVersion: version,
  title: scenario.title,
  summary: scenario.summary,
  address: `/scenarios/${encodeURIComponent(scenario.slug)}`,
  themeId: scenario.themeId || null,
  academyCodes: scenario.academyCodes,
  disciplineCodes: scenario.disciplineCodes,
  levels: scenario.levels.map(({ label, uri }) => label || uri),
  licence: scenario.licence || null,
  authorIds: [...new Set(scenario.authors.map(({ personId }) => personId))],
});

const synthesisSource = (meeting: Meeting, version: number, at: Date): Source => ({
  kind: "MINUTES_SYNTHESIS",
  sourceId: meeting.id,
  sourceVersion: version,
  title: `Synthèse de réunion : ${meeting.title}, ${frenchDay(meeting.startsAt ? timestampDate(meeting.startsAt) : at)}`,
  summary: excerpt(meeting.synthesisText),
  address: meeting.synthesisUrl || `/themes/${encodeURIComponent(meeting.themeId)}`,
  themeId: meeting.themeId || null,
  academyCodes: meeting.academyCode ? [meeting.academyCode] : [],
  disciplineCodes: [],
  levels: [],
  licence: null,
  authorIds: [],
});

const frenchDay = (at: Date): string =>
  at.toLocaleDateString("fr-FR", { day: "numeric", month: "long", year: "numeric", timeZone: "Europe/Paris" });

const EXCERPT = 600;

const excerpt = (text: string): string => (text.length <= EXCERPT ? text : `${text.slice(0, EXCERPT - 1).trimEnd()}…`);
