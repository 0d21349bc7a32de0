import { addDays, type Day } from "@trame/kit/day";
import { type Refusal, refuseAll, required } from "@trame/kit/refusal";
import { refusals } from "../errors.ts";
import type { Mandate, MandateFact, NewMandate } from "./mandate.ts";

/** Who takes over, from which day, and why. */
export interface Replacement {
  /** Id of the mandate that the successor gets. */
  id: string;
  personId: string;
  from: Day;
  reason: string;
  designation: string | null;
}

/**
 * One person takes over from another on a day, in the same place and until the same end (R24): the first mandate ends
 * on the eve, the second says what the first one said. What the predecessor wrote stays his or hers.
 */
export function replace(
  mandate: Mandate,
  replacement: Replacement,
  today: Day,
): { ended: MandateFact[]; successor: NewMandate } {
  const { id, personId, from, reason, designation } = replacement;
  refuseAll(obstacles(mandate, replacement));
  const change: MandateFact = {
    type: "MandateChanged",
    change: { endsOn: addDays(from, -1), endReason: reason.trim() },
  };
  const replaced: MandateFact = { type: "MandateReplaced", successorId: id };
  const over: MandateFact[] = from <= today ? [{ type: "MandateEnded", reason: reason.trim() }] : [];
  const { role, academyCode, themeId, disciplineCode, departement, corps, endsOn } = mandate;
  const place = { role, academyCode, themeId, departement, corps, endsOn };
  return {
    ended: [replaced, change, ...over],
    successor: {
      ...place,
      id,
      personId,
      disciplineCode: role === "IAN" ? disciplineCode : null,
      degree: role === "TEACHER" ? mandate.degree : null,
      track: role === "TEACHER" ? mandate.track : null,
      implementsInClass: role === "TEACHER" && mandate.implementsInClass,
      startsOn: from,
      designation,
    },
  };
}

function obstacles(mandate: Mandate, { personId, from, reason }: Replacement): Refusal[] {
  const { state, startsOn, endsOn } = mandate;
  return [
    ...(reason.trim() === "" ? [required("reason", "La raison du remplacement")] : []),
    ...(state === "STARTED" || state === "PLANNED" ? [] : [refusals.alreadyEnded()]),
    ...(personId === mandate.personId ? [refusals.sameHolder()] : []),
    ...(from <= startsOn ? [refusals.replacedBeforeStart(startsOn)] : []),
    ...(endsOn !== null && from > endsOn ? [refusals.replacedAfterEnd(endsOn)] : []),
  ];
}
