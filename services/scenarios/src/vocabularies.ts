import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import type { ServiceBase } from "@trame/kit/service";
import { parse } from "csv-parse/sync";
import type { Db } from "./database.ts";

export type VocabularyName = "LEVEL" | "CRCN" | "TEACHING_DOMAIN";

interface Concept {
  uri: string;
  label: string;
  broader: string | null;
}

type Row = Record<string, string>;

/** The files of data/ (see SOURCES.md), and how each is read. */
const FILES: Record<VocabularyName, { file: string; read(rows: Row[]): Concept[] }> = {
  LEVEL: {
    file: "scolomfr-3.2-voc-022-niveaux.csv",
    read: (rows) => rows.map((row) => concept(row.uri, row.label_fr, row.parent_uri)),
  },
  CRCN: { file: "crcn.csv", read: readCrcn },
  TEACHING_DOMAIN: {
    file: "scolomfr-3.1-voc-015-domaines.csv",
    // A concept with two broader ones is shown under the first.
    read: (rows) =>
      rows
        .filter(({ statut }) => statut === "Actuel")
        .map((row) => concept(row.uri, row.label_fr, row.broader?.split("|")[0])),
  },
};

const concept = (uri = "", label = "", broader = ""): Concept => ({ uri, label, broader: broader || null });

/** The five domains stand above the sixteen competences: 1 above 1.1. */
function readCrcn(rows: Row[]): Concept[] {
  const domains = new Map(rows.map(({ code = "", domaine = "" }) => [code.split(".")[0] ?? "", domaine]));
  return [
    ...[...domains].map(([code, label]) => concept(code, label)),
    ...rows.map(({ code = "", competence }) => concept(code, competence, code.split(".")[0])),
  ];
}

const bytesOf = (file: string) => readFileSync(new URL(`../data/${file}`, import.meta.url));

const readAll = (name: VocabularyName) =>
  FILES[name].read(parse(bytesOf(FILES[name].file), { columns: true, relax_quotes: true }));

export interface Term {
  uri: string;
  label: string;
}

let known: Map<string, Concept> | undefined;

const conceptOf = (uri: string): Concept | undefined => {
  known ??= new Map((["LEVEL", "CRCN", "TEACHING_DOMAIN"] as const).flatMap(vocabularyOf).map((one) => [one.uri, one]));
  return known.get(uri);
};

/** A vocabulary in the order of its file. */
export const vocabularyOf = (name: VocabularyName): readonly Concept[] => {
  const read = files.get(name) ?? readAll(name);
  files.set(name, read);
  return read;
};

const files = new Map<VocabularyName, Concept[]>();

/** The label of a level or competence, for what is told to the others; the address itself when nobody knows it. */
export const labelOf = (uri: string): string => conceptOf(uri)?.label ?? uri;

/** A level or competence with those above it, the widest first. */
export function pathOf(uri: string): Term[] {
  const path: Term[] = [];
  for (let at: string | null = uri; at && path.length < DEEPEST; ) {
    const concept = conceptOf(at);
    path.unshift({ uri: at, label: concept?.label ?? at });
    at = concept?.broader ?? null;
  }
  return path;
}

/** No tree of these vocabularies is deeper; a circle in a file must not hold a request. */
const DEEPEST = 10;

let domains: Map<string, Term> | undefined;

/** The teaching domain as which a discipline is told in records; null for what ScoLOMFR has no concept of. */
export function teachingDomainOf(disciplineCode: string): Term | null {
  domains ??= new Map(
    (parse(bytesOf("disciplines-scolomfr.csv"), { columns: true }) as Row[]).map(({ code = "", concept: name }) => {
      const uri = `http://data.education.fr/voc/scolomfr/concept/${name}`;
      return [code, { uri, label: labelOf(uri) }];
    }),
  );
  return domains.get(disciplineCode) ?? null;
}

/** Loads what changed since the last start: a start with nothing new reads three hashes. */
export async function loadVocabularies({ db, logger }: Pick<ServiceBase<Db>, "db" | "logger">): Promise<void> {
  const loaded = new Map((await db.vocabularyFile.findMany()).map(({ vocabulary, hash }) => [vocabulary, hash]));
  for (const name of Object.keys(FILES) as VocabularyName[]) {
    const hash = createHash("sha256").update(bytesOf(FILES[name].file)).digest("hex");
    if (loaded.get(name) === hash) continue;
    const count = await replace(db, name, hash);
    logger.info({ vocabulary: name, count }, "vocabulary loaded");
  }
}

/** Two processes may start at once: the second finds the same rows and changes nothing. */
async function replace(db: Db, vocabulary: VocabularyName, hash: string): Promise<number> {
  const concepts = readAll(vocabulary);
  await db.$transaction(async (tx) => {
    await tx.$queryRaw`select pg_advisory_xact_lock(hashtextextended(${`vocabulary/${vocabulary}`}, 0))::text as locked`;
    await tx.concept.deleteMany({ where: { vocabulary, uri: { notIn: concepts.map(({ uri }) => uri) } } });
    await tx.$executeRaw`
      insert into concept (uri, vocabulary, label, broader, rank)
      select row->>'uri', ${vocabulary}, row->>'label', row->>'broader', place::integer
        from jsonb_array_elements(${JSON.stringify(concepts)}::jsonb) with ordinality as rows(row, place)
      on conflict (uri) do update
        set label = excluded.label, broader = excluded.broader, rank = excluded.rank, vocabulary = excluded.vocabulary`;
    await tx.vocabularyFile.upsert({ where: { vocabulary }, create: { vocabulary, hash }, update: { hash } });
  });
  return concepts.length;
}
