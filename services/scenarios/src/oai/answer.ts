import type { ServiceBase } from "@trame/kit/service";
import type { Db } from "../database.ts";
import { documentOf, element, type Xml } from "../records/xml.ts";
import { harvestTime } from "../store/harvest.ts";
import { type OaiRequest, readRequest } from "./arguments.ts";
import { OaiError } from "./errors.ts";
import { utc } from "./header.ts";
import { getRecord, listRecords } from "./records.ts";
import { identify, listMetadataFormats, listSets } from "./repository.ts";

export interface Repository extends Pick<ServiceBase<Db>, "db" | "origin"> {
  /** Who answers a harvester's questions. */
  contact: string;
  /** How many headers, or whole records, an answer holds. */
  sizes: { ListIdentifiers: number; ListRecords: number };
}

export interface Asked {
  repository: Repository;
  args: OaiRequest["args"];
  /** The time of the answer. */
  at: Date;
}

const NAMESPACE = "http://www.openarchives.org/OAI/2.0/";

const ENVELOPE = {
  xmlns: NAMESPACE,
  "xmlns:xsi": "http://www.w3.org/2001/XMLSchema-instance",
  "xsi:schemaLocation": `${NAMESPACE} ${NAMESPACE}OAI-PMH.xsd`,
};

export const baseOf = ({ origin }: Pick<Repository, "origin">): string => `${origin}/oai`;

/** One request of OAI-PMH 2.0, answered: a refusal is a document like another. */
export async function answer(repository: Repository, parameters: URLSearchParams): Promise<string> {
  const at = await harvestTime(repository.db);
  let request: OaiRequest | null = null;
  let content: Xml;
  try {
    request = readRequest(parameters);
    content = await answers(request, { repository, args: request.args, at });
  } catch (error) {
    if (!(error instanceof OaiError)) throw error;
    // A request that was not understood, or is against the grammar, is not repeated.
    if (error.code === "badArgument") request = null;
    content = element("error", { code: error.code }, error.message);
  }
  const said = request ? { verb: request.verb, ...request.args } : {};
  return documentOf(
    element(
      "OAI-PMH",
      ENVELOPE,
      element("responseDate", {}, utc(at)),
      element("request", said, baseOf(repository)),
      content,
    ),
  );
}

async function answers({ verb }: OaiRequest, asked: Asked): Promise<Xml> {
  switch (verb) {
    case "Identify":
      return element(verb, {}, await identify(asked));
    case "ListMetadataFormats":
      return element(verb, {}, await listMetadataFormats(asked));
    case "ListSets":
      return element(verb, {}, await listSets(asked));
    case "GetRecord":
      return element(verb, {}, await getRecord(asked));
    case "ListIdentifiers":
    case "ListRecords":
      return element(verb, {}, await listRecords(verb, asked));
  }
}
