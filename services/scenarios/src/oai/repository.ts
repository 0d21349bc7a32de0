import { domainOf, recordIdOf, scenarioIdOf } from "../records/identifier.ts";
import { type Content, element } from "../records/xml.ts";
import { earliestStamp, type HarvestRow, harvestRow } from "../store/harvest.ts";
import { type Asked, baseOf } from "./answer.ts";
import { oaiError } from "./errors.ts";
import { FORMATS } from "./formats.ts";
import { utc } from "./header.ts";
import { readSets } from "./sets.ts";

const IDENTIFIER = "http://www.openarchives.org/OAI/2.0/oai-identifier";

export async function identify({ repository, at }: Asked): Promise<Content[]> {
  const { db, origin, contact } = repository;
  const earliest = await earliestStamp(db);
  return [
    element("repositoryName", {}, "Trame, scénarios pédagogiques des travaux académiques mutualisés"),
    element("baseURL", {}, baseOf(repository)),
    element("protocolVersion", {}, "2.0"),
    element("adminEmail", {}, contact),
    element("earliestDatestamp", {}, utc(earliest ?? at)),
    element("deletedRecord", {}, "persistent"),
    element("granularity", {}, "YYYY-MM-DDThh:mm:ssZ"),
    element(
      "description",
      {},
      element(
        "oai-identifier",
        { xmlns: IDENTIFIER, "xsi:schemaLocation": `${IDENTIFIER} ${IDENTIFIER}.xsd` },
        element("scheme", {}, "oai"),
        element("repositoryIdentifier", {}, domainOf(origin)),
        element("delimiter", {}, ":"),
        element("sampleIdentifier", {}, recordIdOf(origin, "018f2c5e-7f3a-7c1d-9b6a-2f1e5d4c3b2a")),
      ),
    ),
  ];
}

export async function listMetadataFormats(asked: Asked): Promise<Content[]> {
  if (asked.args.identifier !== undefined) {
    const { deleted } = await knownRecord(asked);
    if (deleted) oaiError("noMetadataFormats", "Cette notice a été retirée.");
  }
  return FORMATS.map(({ prefix, schema, namespace }) =>
    element(
      "metadataFormat",
      {},
      element("metadataPrefix", {}, prefix),
      element("schema", {}, schema),
      element("metadataNamespace", {}, namespace),
    ),
  );
}

export async function listSets({ repository, args }: Asked): Promise<Content[]> {
  // The whole list is one answer: no token was ever given.
  if (args.resumptionToken !== undefined)
    oaiError("badResumptionToken", "La liste des ensembles tient en une réponse.");
  const { all, isEmpty } = await readSets(repository.db);
  if (isEmpty) oaiError("noSetHierarchy", "Aucune discipline, académie ni année n'est encore connue.");
  return all().map(({ spec, name }) => element("set", {}, element("setSpec", {}, spec), element("setName", {}, name)));
}

/** The record that an identifier names, withdrawn ones included. */
export async function knownRecord({ repository: { db, origin }, args }: Asked): Promise<HarvestRow> {
  const id = scenarioIdOf(origin, args.identifier ?? "");
  const row = id === null ? null : await harvestRow(db, id);
  return row ?? oaiError("idDoesNotExist", "Aucune notice n'a cet identifiant.");
}
