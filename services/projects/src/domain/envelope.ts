import { type Refusal, refuseAll } from "@trame/kit/refusal";
import { refusals } from "../errors.ts";
import type { InstalmentState, PayMeasure, PayNature } from "./instalment.ts";

/** The means that an academy has for its teams of a school year, of one nature. */
export interface Envelope {
  id: string;
  version: number;
  academyCode: string;
  schoolYear: string;
  nature: PayNature;
  measure: PayMeasure;
  hundredths: number;
}

export type EnvelopeFact = { type: "EnvelopeSet"; envelope: Omit<Envelope, "version"> };

export function setEnvelope(known: Envelope | null, envelope: Omit<Envelope, "version">): EnvelopeFact[] {
  const found: Refusal[] = [];
  const years = /^(\d{4})-(\d{4})$/.exec(envelope.schoolYear);
  if (!years || Number(years[2]) !== Number(years[1]) + 1) found.push(refusals.schoolYearMalformed());
  if (envelope.hundredths < 0) found.push(refusals.envelopeNegative());
  refuseAll(found);
  return known?.hundredths === envelope.hundredths ? [] : [{ type: "EnvelopeSet", envelope }];
}

export const evolveEnvelope = (_: Envelope | null, { envelope }: EnvelopeFact): Envelope => ({
  ...envelope,
  version: 0,
});

/** What is attested, ordered or paid is taken from the envelope; what is only planned is not yet. */
export const COMMITTED: readonly InstalmentState[] = ["ATTESTED", "ORDERED", "PAID"];

/** What is left: below zero the envelope is exceeded, which warns and blocks nothing. */
export const left = ({ hundredths }: Pick<Envelope, "hundredths">, committed: number): number => hundredths - committed;
