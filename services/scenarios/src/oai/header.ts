import { recordIdOf } from "../records/identifier.ts";
import { element, type Xml } from "../records/xml.ts";
import type { HarvestRow } from "../store/harvest.ts";
import type { readSets } from "./sets.ts";

export type Sets = Awaited<ReturnType<typeof readSets>>;

/** The granularity of this repository: the second. */
export const utc = (at: Date): string => `${at.toISOString().slice(0, 19)}Z`;

export const header = ({ scenarioId, stamp, deleted, sets }: HarvestRow, origin: string, { shown }: Sets): Xml =>
  element(
    "header",
    { status: deleted ? "deleted" : undefined },
    element("identifier", {}, recordIdOf(origin, scenarioId)),
    element("datestamp", {}, utc(stamp)),
    shown(sets).map((spec) => element("setSpec", {}, spec)),
  );
