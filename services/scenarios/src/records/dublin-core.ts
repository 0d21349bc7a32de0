import type { Described } from "./described.ts";
import { LICENCES } from "./licences.ts";
import { element, type Xml } from "./xml.ts";

export const OAI_DC = {
  namespace: "http://www.openarchives.org/OAI/2.0/oai_dc/",
  schema: "http://www.openarchives.org/OAI/2.0/oai_dc.xsd",
};

const NAMESPACES = {
  "xmlns:oai_dc": OAI_DC.namespace,
  "xmlns:dc": "http://purl.org/dc/elements/1.1/",
  "xmlns:xsi": "http://www.w3.org/2001/XMLSchema-instance",
  "xsi:schemaLocation": `${OAI_DC.namespace} ${OAI_DC.schema}`,
};

/** Simple Dublin Core, which every harvester reads. */
export function dublinCore(scenario: Described): Xml {
  const { title, summary, authors, academies, disciplines, levels, competences, theme, licence } = scenario;
  const told: [string, string | null | undefined][] = [
    ["title", title],
    ...authors.map(({ name }): [string, string] => ["creator", name]),
    ...disciplines.map(({ label }): [string, string] => ["subject", label]),
    ...levels.map((path): [string, string | undefined] => ["coverage", path.at(-1)?.label]),
    ...competences.map(({ uri, label }): [string, string] => ["subject", `${uri} ${label}`]),
    ["description", summary],
    ...academies.map((name): [string, string] => ["publisher", name]),
    ["date", scenario.versionAt?.toISOString().slice(0, 10)],
    ["type", "Text"],
    ["type", "scénario pédagogique"],
    ["format", "text/html"],
    ["identifier", scenario.page],
    ["identifier", scenario.openAddress],
    ["language", "fre"],
    ["relation", theme?.page],
    ["rights", licence && (LICENCES[licence] ?? licence)],
  ];
  return element(
    "oai_dc:dc",
    NAMESPACES,
    told.flatMap(([name, text]) => (text ? [element(`dc:${name}`, {}, text)] : [])),
  );
}
