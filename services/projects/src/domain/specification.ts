import type { Campaign, CampaignFact } from "./campaign.ts";

/** The campaign's cahier des charges as a file that was deposited for it (R01); its bytes are the kit's. */
export interface SpecificationFile {
  id: string;
  name: string;
  /** Media type, by its content. */
  type: string;
  /** In bytes. */
  size: number;
}

/** Absent: it stays. Null: it goes. The same file again changes nothing. */
export function changeSpecification(
  { specificationFile: held }: Pick<Campaign, "specificationFile">,
  file: SpecificationFile | null | undefined,
): CampaignFact[] {
  if (file === undefined || file?.id === held?.id) return [];
  if (file === null) return [{ type: "SpecificationRemoved" }];
  return [{ type: held ? "SpecificationReplaced" : "SpecificationDeposited", file }];
}

/** Everybody's from the moment at which the call is open, and after it closes; the office's alone before. */
export const isSpecificationPublic = (
  { callOpened, callOpensAt }: Pick<Campaign, "callOpened" | "callOpensAt">,
  at: Date,
): boolean => callOpened && at >= callOpensAt;
