import { fromBinary, fromJson, toBinary, toJson } from "@bufbuild/protobuf";
import type { EventRegistry } from "./consumer.ts";
import { fold } from "./fold.ts";
import type { Sql } from "./sql.ts";

/** What a service must not know any more. */
export interface Forgetting {
  words: readonly string[];
  /** What is read in their place. */
  by: string;
  /** Tables of the service in which the words stay: such as the names of persons, of whom two may have the same. */
  spare?: readonly string[];
  /** Tables of which only the rows with one of these values in the column are looked at. */
  within?: Record<string, { column: string; values: readonly string[] }>;
  /** Messages that lie in its outbox or among its parked messages. */
  messages: EventRegistry;
  /** Messages in which the words stay. */
  spareMessages?: EventRegistry;
}

/**
 * Replaces words wherever the service's database holds them: in the text and JSON columns of its own tables, whatever
 * they are, and in the outbox, the dead letters, kept answers, due rows and the audit trail. Returns how many rows
 * changed. Accents, case and the width of spaces do not matter, since search texts are folded.
 */
export async function forgetWords(tx: Sql, forgetting: Forgetting): Promise<number> {
  const { words, by, spare = [], within = {} } = forgetting;
  const looked = [...new Set(words.map((word) => word.trim()).filter((word) => word.length > 2))];
  if (looked.length === 0) return 0;
  const pattern = patternOf(looked);
  // The trail is append-only, but for this.
  await tx.$queryRawUnsafe("select set_config('trame.forgetting', 'on', true)");
  let changed = 0;
  for (const table of await tablesOf(tx, spare)) {
    changed += await forgetIn(tx, table, pattern, by, within[table.name]);
  }
  await tx.$queryRawUnsafe("select set_config('trame.forgetting', 'off', true)");
  for (const table of ["outbox", "parked"]) changed += await forgetInMessages(tx, table, looked, forgetting);
  return changed;
}

/** Removes what the outbox still holds of a key of a compacted topic, up to its last message. */
export const forgetKey = (tx: Sql, topic: string, key: string): Promise<number> =>
  tx.$executeRawUnsafe(
    `delete from kit.outbox where topic = $1::text and key = $2::text
        and seq < (select max(seq) from kit.outbox where topic = $1::text and key = $2::text)`,
    topic,
    key,
  );

interface TextTable {
  schema: string;
  name: string;
  columns: { name: string; type: string }[];
}

/** Every table with a column that can hold words. */
async function tablesOf(tx: Sql, spare: readonly string[]): Promise<TextTable[]> {
  const rows = await tx.$queryRawUnsafe<{ schema: string; name: string; columns: TextTable["columns"] }[]>(
    `select c.table_schema as schema, c.table_name as name,
            json_agg(json_build_object('name', c.column_name, 'type', c.udt_name) order by c.ordinal_position) as columns
       from information_schema.columns c
       join information_schema.tables t using (table_schema, table_name)
      where t.table_type = 'BASE TABLE' and c.is_generated = 'NEVER'
        and c.udt_name in ('text', 'varchar', '_text', 'json', 'jsonb')
        and ((c.table_schema = 'kit' and c.table_name in ('audit', 'due', 'file', 'idempotency', 'parked'))
             or (c.table_schema not in ('kit', 'log', 'pg_catalog', 'information_schema')
                 and c.table_name not like '\\_prisma%'
                 and c.table_name not in (select jsonb_array_elements_text($1::text::jsonb))))
      group by 1, 2 order by 1, 2`,
    JSON.stringify(spare),
  );
  return rows;
}

function forgetIn(
  tx: Sql,
  { schema, name, columns }: TextTable,
  pattern: string,
  by: string,
  rows?: { column: string; values: readonly string[] },
): Promise<number> {
  const found = columns.map((column) => `${asText(column)} ~* $1::text`);
  const replaced = columns.map((column) => `${quote(column.name)} = ${without(column)}`);
  return tx.$executeRawUnsafe(
    `update ${quote(schema)}.${quote(name)} set ${replaced.join(", ")}
      where (${found.join(" or ")}) ${rows ? `and ${quote(rows.column)} in (select jsonb_array_elements_text($3::text::jsonb))` : ""}`,
    ...[pattern, by, ...(rows ? [JSON.stringify(rows.values)] : [])],
  );
}

const quote = (name: string) => `"${name.replaceAll('"', '""')}"`;

const asText = ({ name, type }: TextTable["columns"][number]) =>
  type === "_text" ? `array_to_string(${quote(name)}, ' ')` : `${quote(name)}::text`;

function without({ name, type }: TextTable["columns"][number]): string {
  const column = quote(name);
  const replace = (text: string) => `regexp_replace(${text}, $1::text, $2::text, 'gi')`;
  if (type === "_text") {
    return `case when ${column} is null then null
      else array(select ${replace("part")} from unnest(${column}) with ordinality as parts(part, nth) order by nth) end`;
  }
  return type === "json" || type === "jsonb" ? `${replace(`${column}::text`)}::${type}` : replace(column);
}

/** In a database of locale C only ASCII letters are letters, and only they have two cases. */
const LETTER = "[0-9A-Za-zÀ-ÖØ-öø-ÿŒœ]";

/** Letters with or without their accent, any run of spaces; whole words. */
function patternOf(words: readonly string[]): string {
  const alternatives = words.map((word) => [...word.normalize("NFC")].map(anyFormOf).join(""));
  return `(?<!${LETTER})(?:${alternatives.join("|")})(?!${LETTER})`;
}

function anyFormOf(letter: string): string {
  if (/\s/.test(letter)) return "\\s+";
  if (/['’]/.test(letter)) return "['’ ]";
  if (/^[0-9A-Za-z]$/.test(letter)) return letter;
  if (!/^\p{L}$/u.test(letter)) return `\\${letter}`;
  return `(?:${[letter.toLowerCase(), letter.toUpperCase(), fold(letter)].join("|")})`;
}

interface StoredMessage {
  id: string;
  type: string;
  payload: string;
}

/** Messages are binary: those that hold the words are read, changed and written again. */
async function forgetInMessages(
  tx: Sql,
  table: string,
  words: readonly string[],
  { by, messages, spareMessages = {} }: Forgetting,
): Promise<number> {
  const types = new Map(Object.values(messages).map((schema) => [schema.typeName, schema]));
  const key = table === "outbox" ? "id::text" : "seq::text";
  const rows = await tx.$queryRawUnsafe<StoredMessage[]>(
    `select ${key} as id, type, encode(payload, 'base64') as payload from kit.${table}
      where payload is not null and type not in (select jsonb_array_elements_text($2::text::jsonb)) and exists (
        select from jsonb_array_elements_text($1::text::jsonb) as words(word)
         where position(convert_to(word, 'UTF8') in payload) > 0)`,
    JSON.stringify([...new Set(words.flatMap((word) => [word, word.toLowerCase(), fold(word)]))]),
    JSON.stringify(Object.values(spareMessages).map(({ typeName }) => typeName)),
  );
  const pattern = new RegExp(words.map((word) => literally(word)).join("|"), "giu");
  for (const { id, type, payload } of rows) {
    const schema = types.get(type);
    if (!schema) throw new Error(`${table}: a message of the unknown type ${type} holds what is to be forgotten`);
    const text = JSON.stringify(toJson(schema, fromBinary(schema, Buffer.from(payload, "base64"))));
    const message = fromJson(schema, JSON.parse(text.replace(pattern, by)));
    await tx.$executeRawUnsafe(
      `update kit.${table} set payload = decode($2::text, 'base64') where ${key} = $1::text`,
      id,
      Buffer.from(toBinary(schema, message)).toString("base64"),
    );
  }
  return rows.length;
}

const literally = (word: string) => word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
