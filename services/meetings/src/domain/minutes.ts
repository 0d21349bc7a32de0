import { refuseAll, required } from "@trame/kit/refusal";
import { refusals } from "../errors.ts";
import { type Meeting, type MeetingFact, wasHeld } from "./meeting.ts";

export interface MinutesText {
  text: string;
  modalities: string | null;
  decisions: string[];
}

/** After the meeting and until they are approved; the first writer's name stays (R87). */
export function writeMinutes(
  meeting: Meeting,
  written: MinutesText,
  { byId, at }: { byId: string | null; at: Date },
): MeetingFact[] {
  if (!wasHeld(meeting)) refuseAll([refusals.notHeld()]);
  if (meeting.minutes?.approved) refuseAll([refusals.minutesAreFinal()]);
  refuseAll(written.text.trim() === "" ? [required("text", "Le texte du compte rendu", "R87")] : []);
  const modalities = written.modalities?.trim() ? written.modalities : null;
  const writtenById = meeting.minutes?.writtenById ?? byId;
  const others = (meeting.minutes?.writers ?? []).filter((writer) => writer.byId !== byId);
  const writers = byId ? [{ byId, at }, ...others] : others;
  return [{ type: "MinutesWritten", minutes: { ...written, modalities, writtenById, writers, approved: null } }];
}

/**
 * Approval needs a text (R87). The first national meeting's minutes also need the modalities (R85): once approved they
 * could not be added, and no later meeting could ever be held.
 */
export function approveMinutes(
  meeting: Meeting,
  { isFirstNational }: { isFirstNational: boolean },
  by: { byId: string | null; at: Date },
): MeetingFact[] {
  if (!wasHeld(meeting)) refuseAll([refusals.notHeld()]);
  if (meeting.minutes?.approved) refuseAll([refusals.alreadyApproved()]);
  if (!meeting.minutes?.text.trim()) refuseAll([refusals.noMinutes()]);
  if (isFirstNational && !meeting.minutes?.modalities) refuseAll([refusals.approvalNeedsModalities()]);
  return [{ type: "MinutesApproved", ...by }];
}

/** «Le portail national eduscol» (R88). */
const EDUSCOL = /^(?:[a-z0-9-]+\.)*eduscol\.education\.(?:fr|gouv\.fr)$/;

/** Of a national meeting, once its minutes are approved: another text, at its address on eduscol (R88). */
export function publishSynthesis(
  meeting: Meeting,
  { text, url }: { text: string; url: string },
  onlineAt: Date,
): MeetingFact[] {
  if (meeting.level !== "NATIONAL") refuseAll([refusals.synthesisIsNational()]);
  if (meeting.state === "SYNTHESIS_ONLINE") refuseAll([refusals.alreadyOnline()]);
  if (meeting.state !== "MINUTES_APPROVED") refuseAll([refusals.minutesNotApproved()]);
  refuseAll([
    ...(text.trim() === "" ? [required("text", "Le texte de la synthèse", "R88")] : []),
    ...(bare(text) === bare(meeting.minutes?.text ?? "") ? [refusals.synthesisIsTheMinutes()] : []),
    ...(onEduscol(url) ? [] : [refusals.notOnEduscol()]),
  ]);
  return [{ type: "SynthesisPutOnline", synthesis: { text, url, onlineAt } }];
}

const bare = (text: string) =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();

function onEduscol(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, hostname } = new URL(address);
  return protocol === "https:" && EDUSCOL.test(hostname);
}
