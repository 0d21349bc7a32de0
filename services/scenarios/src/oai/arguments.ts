import { oaiError } from "./errors.ts";

interface Grammar {
  required: readonly string[];
  optional: readonly string[];
  /** With a resumption token, nothing else. */
  resumes: boolean;
}

const SELECTIVE: Grammar = { required: ["metadataPrefix"], optional: ["from", "until", "set"], resumes: true };

const VERBS = {
  Identify: { required: [], optional: [], resumes: false },
  ListMetadataFormats: { required: [], optional: ["identifier"], resumes: false },
  ListSets: { required: [], optional: [], resumes: true },
  GetRecord: { required: ["identifier", "metadataPrefix"], optional: [], resumes: false },
  ListIdentifiers: SELECTIVE,
  ListRecords: SELECTIVE,
} as const satisfies Record<string, Grammar>;

export type Verb = keyof typeof VERBS;

export interface OaiRequest {
  verb: Verb;
  args: Readonly<Record<string, string>>;
}

/** What was asked, or the refusal of a verb or an argument that the protocol does not know. */
export function readRequest(parameters: URLSearchParams): OaiRequest {
  const verbs = parameters.getAll("verb");
  const [verb = ""] = verbs;
  if (verbs.length !== 1 || !isVerb(verb)) oaiError("badVerb", "L'argument verb manque, est répété ou est inconnu.");
  const args = [...parameters].filter(([name]) => name !== "verb");
  check(VERBS[verb], args);
  return { verb, args: Object.fromEntries(args) };
}

const isVerb = (verb: string): verb is Verb => Object.hasOwn(VERBS, verb);

function check({ required, optional, resumes }: Grammar, args: readonly [string, string][]): void {
  const names = args.map(([name]) => name);
  const repeated = names.find((name, index) => names.indexOf(name) !== index);
  if (repeated) oaiError("badArgument", `L'argument ${repeated} est répété.`);
  if (resumes && names.includes("resumptionToken")) {
    if (names.length > 1) oaiError("badArgument", "Avec resumptionToken, aucun autre argument que verb.");
    return;
  }
  const unknown = names.find((name) => !required.includes(name) && !optional.includes(name));
  if (unknown) oaiError("badArgument", `L'argument ${unknown} n'est pas admis avec ce verbe.`);
  const missing = required.find((name) => !names.includes(name));
  if (missing) oaiError("badArgument", `L'argument ${missing} manque.`);
}

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const SECOND = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/;

/** `from` and `until`, both inclusive and of the same granularity; a day ends with its last second. */
export function readPeriod({ from, until }: OaiRequest["args"]): { from: Date | null; until: Date | null } {
  if (from && until && from.length !== until.length) {
    oaiError("badArgument", "from et until n'ont pas la même granularité.");
  }
  const period = {
    from: from ? instant(from, "T00:00:00Z") : null,
    until: until ? instant(until, "T23:59:59Z") : null,
  };
  if (period.from && period.until && period.from > period.until) oaiError("badArgument", "from est après until.");
  return period;
}

function instant(text: string, ofDay: string): Date {
  const at = new Date(DAY.test(text) ? `${text}${ofDay}` : text);
  const isDate = (DAY.test(text) || SECOND.test(text)) && !Number.isNaN(at.getTime());
  // JavaScript takes 31 February for 2 March.
  if (!isDate || !at.toISOString().startsWith(text.slice(0, 10))) {
    oaiError("badArgument", `${text} n'est pas une date UTC, AAAA-MM-JJ ou AAAA-MM-JJThh:mm:ssZ.`);
  }
  return at;
}
