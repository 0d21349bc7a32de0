import type {
  AcademicGroup,
  AcademicGroupCompleted,
  AcademicGroupIncomplete,
  AcademicGroupOpened,
  MandateEnded,
  MandateStarted,
  NationalGroup,
  NationalGroupCompleted,
  NationalGroupIncomplete,
} from "@trame/proto-schemas/people/v1/events_pb";
import * as words from "../domain/notices/people.ts";
import { announce, settle } from "../store/notices.ts";
import { type Heard, placeOf } from "./notices.ts";

export async function mandateStarted(...[tx, { message, at }, { now }]: Heard<MandateStarted>) {
  const { mandate } = message;
  if (!mandate) return;
  const { theme } = await placeOf(tx, { themeId: mandate.themeId });
  await announce(tx, words.mandateStarted(mandate, theme, at), now);
}

export async function mandateEnded(...[tx, { message, at }, { now }]: Heard<MandateEnded>) {
  const { mandate } = message;
  if (!mandate) return;
  const { theme } = await placeOf(tx, { themeId: mandate.themeId });
  await announce(tx, words.mandateEnded(mandate, theme, at), now);
}

const toldGroup = (group: AcademicGroup | NationalGroup): words.GroupTold => ({
  id: group.id,
  themeId: group.themeId,
  academyCode: "academyCode" in group ? group.academyCode : "",
  gaps: group.gaps,
});

/** A group that opens incomplete is told like one that falls short. */
export async function groupIncomplete(
  ...[tx, { message, version, at }, { now }]: Heard<
    AcademicGroupOpened | AcademicGroupIncomplete | NationalGroupIncomplete
  >
) {
  const { group } = message;
  if (!group || group.complete) return;
  const { theme } = await placeOf(tx, group);
  await announce(tx, words.groupIncomplete(toldGroup(group), theme, version, at), now);
}

export async function groupCompleted(
  ...[tx, { message, version, at }, { now }]: Heard<AcademicGroupCompleted | NationalGroupCompleted>
) {
  const { group } = message;
  if (!group) return;
  await settle(tx, { about: group.id, kind: "GROUP_INCOMPLETE" }, at);
  const { theme } = await placeOf(tx, group);
  await announce(tx, words.groupCompleted(toldGroup(group), theme, version, at), now);
}
