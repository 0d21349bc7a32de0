import type { Day } from "@trame/kit/day";
import { type Refusal, refuseAll, required } from "@trame/kit/refusal";
import { refusals } from "../errors.ts";

/** The list is open: what is neither a Canopé workshop nor a research unit has its own name. */
export type PartnerKind = "CANOPE" | "RESEARCH" | "OTHER";

/** Who stands by a team, such as the Canopé workshop of its territory (R63). */
export interface Partner {
  id: string;
  version: number;
  groupId: string;
  kind: PartnerKind;
  name: string;
  /** What they do for the team: editorial support, training… (R64). */
  support: string;
  contact: string | null;
  endedOn: Day | null;
}

export type PartnerFact =
  | { type: "PartnerAdded"; partner: Omit<Partner, "version" | "endedOn"> }
  | { type: "PartnerLeft"; on: Day };

/** Possible, never asked for (R63). */
export function addPartner(
  partner: Omit<Partner, "version" | "endedOn">,
  present: readonly Pick<Partner, "name" | "endedOn">[],
): PartnerFact[] {
  const name = partner.name.trim();
  const support = partner.support.trim();
  const found: Refusal[] = [];
  if (name === "") found.push(required("name", "Le nom du partenaire", "R63"));
  if (support === "") found.push(required("support", "Ce que le partenaire apporte", "R63"));
  if (present.some((one) => one.endedOn === null && one.name === name)) found.push(refusals.partnerKnown());
  refuseAll(found);
  return [{ type: "PartnerAdded", partner: { ...partner, name, support } }];
}

export const endPartner = ({ endedOn }: Partner, on: Day): PartnerFact[] =>
  endedOn === null ? [{ type: "PartnerLeft", on }] : [];

export function evolvePartner(partner: Partner | null, fact: PartnerFact): Partner {
  if (fact.type === "PartnerAdded") return { ...fact.partner, version: 0, endedOn: null };
  if (!partner) throw new Error(`${fact.type} without a partner`);
  return { ...partner, endedOn: fact.on };
}
