import { type Described, describe } from "../records/described.ts";
import { recordIdOf } from "../records/identifier.ts";
import { type Content, element, type Xml } from "../records/xml.ts";
import { countHarvest, type HarvestRow, harvestPage } from "../store/harvest.ts";
import type { Asked, Repository } from "./answer.ts";
import { readPeriod } from "./arguments.ts";
import { oaiError } from "./errors.ts";
import { FORMATS } from "./formats.ts";
import { header, type Sets } from "./header.ts";
import { knownRecord } from "./repository.ts";
import { readSets } from "./sets.ts";
import { readToken, type Token, writeToken } from "./token.ts";

type Format = (typeof FORMATS)[number];
type ListVerb = Token["verb"];

/** A list under way: what it selects never changes from one page to the next. */
interface List extends Omit<Token, "after"> {
  after: Token["after"] | null;
}

export async function getRecord(asked: Asked): Promise<Content> {
  const { repository, args } = asked;
  const { scenarioId: only } = await knownRecord(asked);
  const format = formatOf(args.metadataPrefix);
  const { db } = repository;
  const page = await harvestPage(db, { from: null, until: null, keys: null }, { only, size: 1, whole: true });
  return records(repository, { ...page, format, sets: await readSets(db) });
}

export async function listRecords(verb: ListVerb, asked: Asked): Promise<Content[]> {
  const { repository } = asked;
  const sets = await readSets(repository.db);
  const { resumptionToken } = asked.args;
  const list = resumptionToken === undefined ? await begin(verb, asked, sets) : readToken(resumptionToken, verb);
  const format = formatOf(list.metadataPrefix);
  const size = repository.sizes[verb];
  const { rows, scenarios } = await harvestPage(repository.db, selectionOf(list, sets), {
    after: list.after && [new Date(list.after[0]), list.after[1]],
    size: size + 1,
    whole: verb === "ListRecords",
  });
  const shown = rows.slice(0, size);
  if (shown.length === 0) oaiError("noRecordsMatch", "Aucune notice ne répond à ces critères.");
  const items =
    verb === "ListRecords"
      ? await records(repository, { rows: shown, scenarios, format, sets })
      : shown.map((row) => header(row, repository.origin, sets));
  return [...items, resumption(list, shown, rows.length > size)];
}

/** The first page: what changes from now on is the next harvest's, which begins at the time of this answer. */
async function begin(verb: ListVerb, { repository, args, at }: Asked, sets: Sets): Promise<List> {
  const { from, until } = readPeriod(args);
  const { prefix: metadataPrefix } = formatOf(args.metadataPrefix);
  const bounds = { from: from?.toISOString() ?? null, until: (until && until < at ? until : at).toISOString() };
  const list = { verb, metadataPrefix, set: args.set ?? null, ...bounds, after: null, told: 0 };
  return { ...list, size: await countHarvest(repository.db, selectionOf(list, sets)) };
}

const selectionOf = ({ from, until, set }: Pick<List, "from" | "until" | "set">, sets: Sets) => ({
  from: from === null ? null : new Date(from),
  until: new Date(until),
  keys: set === null ? null : sets.keys(set),
});

const formatOf = (prefix: string | undefined): Format =>
  FORMATS.find((format) => format.prefix === prefix) ??
  oaiError("cannotDisseminateFormat", "Les formats sont oai_dc, lom et scolomfr.");

interface Page {
  rows: readonly HarvestRow[];
  scenarios: Awaited<ReturnType<typeof harvestPage>>["scenarios"];
  format: Format;
  sets: Sets;
}

async function records({ db, origin }: Repository, { rows, scenarios, format, sets }: Page): Promise<Xml[]> {
  const described = await describe(db, origin, [...scenarios.values()]);
  const byId = new Map(described.map((one) => [one.id, one]));
  return rows.map((row) => record(row, byId.get(row.scenarioId), format, { origin, sets }));
}

const record = (
  row: HarvestRow,
  described: Described | undefined,
  { write }: Format,
  { origin, sets }: { origin: string; sets: Sets },
): Xml =>
  element(
    "record",
    {},
    header(row, origin, sets),
    described && element("metadata", {}, write(described, recordIdOf(origin, row.scenarioId))),
  );

/** More to come, or the empty token that ends a list which was cut; nothing after a list that was whole. */
function resumption({ after, told, size, ...list }: List, rows: readonly HarvestRow[], hasMore: boolean): Xml | null {
  const last = rows.at(-1);
  if (!last || (!hasMore && told === 0)) return null;
  const next = (): Token => ({
    ...list,
    after: [last.stamp.toISOString(), last.scenarioId],
    told: told + rows.length,
    size,
  });
  return element("resumptionToken", { completeListSize: size, cursor: told }, hasMore ? writeToken(next()) : null);
}
