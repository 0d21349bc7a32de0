import { refuseAll, required } from "@trame/kit/refusal";
import { refusals } from "../errors.ts";
import type { Seat } from "./convocation.ts";
import type { Meeting } from "./meeting.ts";

/** Who answers for the référent of an academy: the group's pilots, or else the academy's DAN (R38, R39, R86). */
export interface Addressed {
  academyCode: string;
  role: "PILOT" | "DAN";
  /** Null for whoever is the DAN when the notice arrives. */
  personId: string | null;
}

interface TeamSeats {
  academyCode: string;
  state: string;
  seats: readonly Seat[];
}

export const superiorsOf = (teams: readonly TeamSeats[]): Addressed[] =>
  teams
    .filter(({ state }) => state !== "ABANDONED")
    .flatMap(({ academyCode, seats }): Addressed[] => {
      const pilots = seats.filter(({ role }) => role === "PILOT");
      return pilots.length > 0
        ? pilots.map(({ personId }) => ({ academyCode, role: "PILOT", personId }))
        : [{ academyCode, role: "DAN", personId: null }];
    })
    .filter((one, rank, all) => all.findIndex((other) => keyOf(other) === keyOf(one)) === rank);

const keyOf = ({ academyCode, role, personId }: Addressed) => `${academyCode}/${role}/${personId}`;

/** Of a national meeting that is convened, and as often as there is something to say (moved, cancelled). */
export function demandInformable(meeting: Meeting, text: string, superiors: readonly Addressed[]): void {
  if (meeting.level !== "NATIONAL") refuseAll([refusals.superiorsAreNational()]);
  if (!meeting.convened) refuseAll([refusals.superiorsTooEarly()]);
  refuseAll([
    ...(text.trim() === "" ? [required("text", "Le texte de l'information", "R86")] : []),
    ...(superiors.length === 0 ? [refusals.noSuperiors()] : []),
  ]);
}

export type DeliveryState = "TO_SEND" | "SENT" | "TOLD" | "FAILED";

export interface Delivery {
  personId: string;
  state: DeliveryState;
}

export interface Recipient extends Omit<Addressed, "personId"> {
  personId: string | null;
  state: DeliveryState;
}

/** A DAN is known once communications says to whom it wrote: whoever is told and was not addressed by name. */
export function recipientsOf(
  addressed: readonly Addressed[],
  deliveries: readonly (Delivery & { academyCode: string })[],
): Recipient[] {
  const named = new Set(addressed.map(({ personId }) => personId));
  return addressed.flatMap(({ academyCode, role, personId }): Recipient[] => {
    const found = deliveries.filter((one) =>
      personId ? one.personId === personId : one.academyCode === academyCode && !named.has(one.personId),
    );
    const known = found.map((one) => ({ academyCode, role, personId: one.personId, state: one.state }));
    return known.length > 0 ? known : [{ academyCode, role, personId, state: "TO_SEND" }];
  });
}
