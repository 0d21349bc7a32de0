import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import pg from "pg";
import type { Trame } from "../../../services/kit/dev/supervisor.ts";
import { codes, type Data, eventually } from "./graph.ts";
import type { World } from "./story.ts";

const DATABASES = ["projects", "people", "scenarios", "meetings", "communications", "events"] as const;

/** Somebody of a team, who is not an author, is named here and there; then he or she wants to be forgotten. */
export async function eraseSomebody({ graph }: World): Promise<{ words: string[]; receipt: Data }> {
  const person = await somebody(graph);
  const { id, displayName } = person;
  const email = `${id.slice(0, 8)}.a.oublier@exemple.fr`;
  await graph.tell(
    "admin",
    "correctPerson",
    { personId: id, email, position: `Poste de ${displayName}` },
    "person { id }",
  );
  const { mandates } = person;
  const themeId = mandates.find(({ theme }: Data) => theme)?.theme.id;
  const named = { themeId, title: `Lu avec ${displayName}`, url: "https://eduscol.education.gouv.fr/", comment: email };
  const shared = await graph.tell("referent", "shareWatchItem", named, "watchItem { id }");
  expect(codes(shared)).toEqual([]);

  for (const who of ["referent", "programme", "dan"]) {
    expect(codes(await graph.tell(who, "requestErasure", { personId: id }, "erasure { id }"))).toEqual(["FORBIDDEN"]);
  }
  const asked = await graph.tell("admin", "requestErasure", { personId: id }, "erasure { id } receiptUrl");
  const confirmed = await graph.tell("admin", "confirmErasure", { erasureId: asked.erasure.id }, "erasure { state }");
  expect(codes(confirmed)).toEqual([]);
  const token = asked.receiptUrl.split("/").at(-1);
  const receipt = await eventually(
    () =>
      graph.ask(null, "query($t: String!) { erasureReceipt(token: $t) { state services { service erasedAt } } }", {
        t: token,
      }),
    ({ erasureReceipt }) => erasureReceipt.state === "COMPLETE",
    "every service has forgotten",
  );
  const { givenName, familyName } = person;
  return { words: [displayName, `${familyName} ${givenName}`, email], receipt: receipt.erasureReceipt };
}

/** A teacher of Rennes who signed nothing that was published. */
async function somebody(graph: World["graph"]): Promise<Data> {
  const { persons } = await graph.ask(
    "dan",
    `{ persons(filter: { academyCode: "14", role: TEACHER }, first: 100) {
         nodes { id displayName givenName familyName mandates { theme { id } } } } }`,
  );
  const { viewer } = await graph.ask("teacher", "{ viewer { id } }");
  const found = persons.nodes.find(({ id }: Data) => id !== viewer.id);
  expect(found).toBeDefined();
  return found;
}

/**
 * Where any of the words is still found: every table of the services' databases, the topic of names, every log and file.
 * What was told on the other topics of an append-only log stays there.
 */
export async function tracesOf(trame: Trame, words: readonly string[]): Promise<string[]> {
  const found = new Set<string>();
  for (const name of DATABASES) {
    for (const place of await inDatabase(trame.databaseUrl(name), words)) found.add(`${name}: ${place}`);
  }
  for (const place of inFiles(trame.logsDir, words)) found.add(place);
  return [...found];
}

async function inDatabase(connectionString: string, words: readonly string[]): Promise<string[]> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    const { rows: tables } = await client.query<{ name: string; binary: string[] }>(
      `select format('%I.%I', table_schema, table_name) as name,
              coalesce(array_agg(quote_ident(column_name)) filter (where udt_name = 'bytea'), '{}')::text[] as binary
         from information_schema.columns join information_schema.tables using (table_schema, table_name)
        where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema') group by 1`,
    );
    const found = [];
    for (const { name, binary } of tables) {
      const holds = [
        "position(lower(sought.word) in lower(t::text)) > 0",
        ...binary.map((column) => `position(convert_to(sought.word, 'UTF8') in t.${column}) > 0`),
      ];
      const { rows } = await client.query<{ word: string }>(
        `select distinct sought.word from ${name} t, unnest($1::text[]) as sought(word)
          where (${holds.join(" or ")}) and ($2 or ${name === "log.message" ? "t.topic = 'traam.people-state.v1'" : "true"})`,
        [words, name !== "log.message"],
      );
      found.push(...rows.map(({ word }) => `${name} holds ${word}`));
    }
    return found;
  } finally {
    await client.end();
  }
}

function inFiles(folder: string, words: readonly string[]): string[] {
  return readdirSync(folder).flatMap((entry) => {
    const path = join(folder, entry);
    if (statSync(path).isDirectory()) return inFiles(path, words);
    const text = readFileSync(path, "utf8");
    return words.filter((word) => text.includes(word)).map((word) => `${path} holds ${word}`);
  });
}
