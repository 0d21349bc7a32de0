import type { Described } from "../records/described.ts";
import { dublinCore, OAI_DC } from "../records/dublin-core.ts";
import { LOM_NAMESPACE, LOM_SCHEMA, scolomfr } from "../records/scolomfr.ts";
import type { Xml } from "../records/xml.ts";

interface Format {
  prefix: string;
  schema: string;
  namespace: string;
  write(scenario: Described, recordId: string): Xml;
}

const LOM = { schema: LOM_SCHEMA, namespace: LOM_NAMESPACE, write: scolomfr };

/** `lom` is the name that repositories use for it, `scolomfr` the one that says what it is. */
export const FORMATS: readonly Format[] = [
  { prefix: "oai_dc", schema: OAI_DC.schema, namespace: OAI_DC.namespace, write: dublinCore },
  { prefix: "lom", ...LOM },
  { prefix: "scolomfr", ...LOM },
];
