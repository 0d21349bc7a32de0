import { addDays, type Day } from "@trame/kit/day";
import { type Refusal, refuseAll } from "@trame/kit/refusal";
import { refusals } from "../errors.ts";

/** The services that hold something of a person: an erasure is complete when each has said that it forgot. */
export const HOLDERS = ["projects", "people", "scenarios", "meetings", "communications"] as const;
export type Holder = (typeof HOLDERS)[number];

export type ErasureState = "ASKED" | "ANNOUNCED" | "RUNNING" | "COMPLETE" | "WITHDRAWN";

export interface Acknowledgement {
  service: Holder;
  at: Date;
  /** Rows in which something was removed or replaced. */
  places: number;
}

/** A person's wish to be forgotten, or the purge that the retention terms announce. */
export interface Erasure {
  id: string;
  version: number;
  personId: string;
  state: ErasureState;
  /** Null for the retention terms. */
  askedById: string | null;
  askedAt: Date;
  dueOn: Day | null;
  /** The name stays on works already published. */
  keepsAuthorship: boolean;
  confirmedAt: Date | null;
  completedAt: Date | null;
  /** Hash of the token of the receipt, which is shown once. */
  receipt: string;
  acknowledgements: Acknowledgement[];
}

export type ErasureFact =
  | {
      type: "ErasureAsked";
      erasure: Pick<Erasure, "id" | "personId" | "askedById" | "keepsAuthorship" | "receipt">;
      at: Date;
    }
  | { type: "ErasureAnnounced"; erasure: Pick<Erasure, "id" | "personId" | "receipt">; at: Date; dueOn: Day }
  | { type: "ErasureConfirmed"; at: Date }
  | { type: "ErasureWithdrawn" }
  | ({ type: "ErasureAcknowledged" } & Acknowledgement)
  | { type: "ErasureCompleted"; at: Date };

/** What the rules know of the person. */
export interface Wishing {
  erased: boolean;
  /** An erasure of the person that is under way. */
  pending: boolean;
  /** The only one left who administers the platform. */
  lastAdmin: boolean;
}

type Asked = Extract<ErasureFact, { type: "ErasureAsked" }>["erasure"];

/** Asking changes nothing yet: it has to be confirmed, once the consequences were read. */
export function askErasure(erasure: Asked, wishing: Wishing, at: Date): ErasureFact[] {
  refuseAll(obstacles(wishing));
  return [{ type: "ErasureAsked", erasure, at }];
}

/** The retention terms tell the person beforehand. */
export function announceErasure(
  erasure: Pick<Asked, "id" | "personId" | "receipt">,
  today: Day,
  days: number,
  at: Date,
) {
  return [{ type: "ErasureAnnounced", erasure, at, dueOn: addDays(today, days) }] satisfies ErasureFact[];
}

export function confirmErasure({ state }: Erasure, wishing: Wishing, at: Date): ErasureFact[] {
  refuseAll(state === "ASKED" || state === "ANNOUNCED" ? [] : [refusals.erasureNotWaiting()]);
  refuseAll(wishing.lastAdmin ? [refusals.lastAdmin()] : []);
  return [{ type: "ErasureConfirmed", at }];
}

/** As long as nothing was forgotten, the person may change his or her mind. */
export function withdrawErasure({ state }: Erasure): ErasureFact[] {
  refuseAll(state === "ASKED" || state === "ANNOUNCED" ? [] : [refusals.erasureNotWaiting()]);
  return [{ type: "ErasureWithdrawn" }];
}

/** Each service says it once; the last one completes the erasure. */
export function acknowledge(erasure: Erasure, { service, at, places }: Acknowledgement): ErasureFact[] {
  if (erasure.state !== "RUNNING" || erasure.acknowledgements.some((known) => known.service === service)) return [];
  const said: ErasureFact = { type: "ErasureAcknowledged", service, at, places };
  const last = erasure.acknowledgements.length + 1 === HOLDERS.length;
  return last ? [said, { type: "ErasureCompleted", at }] : [said];
}

function obstacles({ erased, pending, lastAdmin }: Wishing): Refusal[] {
  if (erased) return [refusals.alreadyErased()];
  return [...(pending ? [refusals.erasurePending()] : []), ...(lastAdmin ? [refusals.lastAdmin()] : [])];
}

export function evolveErasure(erasure: Erasure | null, fact: ErasureFact): Erasure {
  if (fact.type === "ErasureAsked") return { ...fresh(fact.at), ...fact.erasure, state: "ASKED" };
  if (fact.type === "ErasureAnnounced") {
    return { ...fresh(fact.at), ...fact.erasure, state: "ANNOUNCED", dueOn: fact.dueOn };
  }
  if (!erasure) throw new Error(`${fact.type} without an erasure`);
  switch (fact.type) {
    case "ErasureConfirmed":
      return { ...erasure, state: "RUNNING", confirmedAt: fact.at };
    case "ErasureWithdrawn":
      return { ...erasure, state: "WITHDRAWN" };
    case "ErasureAcknowledged": {
      const { service, at, places } = fact;
      return { ...erasure, acknowledgements: [...erasure.acknowledgements, { service, at, places }] };
    }
    case "ErasureCompleted":
      return { ...erasure, state: "COMPLETE", completedAt: fact.at };
  }
}

const fresh = (askedAt: Date) => ({
  version: 0,
  askedById: null,
  askedAt,
  dueOn: null,
  keepsAuthorship: true,
  confirmedAt: null,
  completedAt: null,
  acknowledgements: [],
});
