import { parse, print } from "graphql";
import { onlyField } from "../src/export/only.ts";
import { ExportFailed, rowsOf } from "../src/export/rows.ts";
import { spool } from "../src/export/spool.server.ts";
import { type Kind, kinds } from "../src/export/write.ts";
import type { Column } from "../src/ui/list/columns.ts";
import { office, opened, withOffice } from "./office.ts";

interface Row {
  title: string;
  state: string;
  count: number;
  at: string | null;
  on: string;
}

const columns: Column<Row>[] = [
  { name: "titre", label: "Titre", value: ({ title }) => title },
  { name: "etat", label: "État", value: ({ state }) => state },
  { name: "nombre", label: "Nombre", type: "number", value: ({ count }) => count },
  { name: "depot", label: "Déposée le", type: "instant", value: ({ at }) => at },
  { name: "jour", label: "Jour", type: "date", value: ({ on }) => on },
];

const rows: Row[] = [
  { title: "Évaluer ; à l’oral", state: "Retenue", count: 12, at: "2020-05-18T07:05:00.000Z", on: "2020-02-01" },
  { title: '=HYPERLINK("http://ailleurs"; "oui")', state: "+33 1", count: 1.5, at: null, on: "2019-12-31" },
  { title: "Deux\nlignes « dites »", state: "@somme", count: 0, at: "2020-01-01T23:30:00Z", on: "2020-01-01" },
];

async function written(kind: Kind, from: Iterable<Row> | AsyncIterable<Row> = rows): Promise<Buffer> {
  const { body, size } = await spool(kinds[kind].write(columns, from, "Candidatures"));
  const file = Buffer.from(await new Response(body).arrayBuffer());
  expect(file.length).toBe(size);
  return file;
}

test("a CSV file says that it is UTF-8, is parted by semicolons, and tells dates in French and in ISO 8601", async () => {
  const text = (await written("csv")).toString("utf8");
  expect(text.charCodeAt(0)).toBe(0xfeff);
  const [headings, first] = text.slice(1).split("\r\n");
  expect(headings).toBe("Titre;État;Nombre;Déposée le;Déposée le (ISO 8601);Jour;Jour (ISO 8601)");
  expect(first).toBe('"Évaluer ; à l’oral";Retenue;12;18/05/2020 09:05;2020-05-18T07:05:00.000Z;01/02/2020;2020-02-01');
});

test("what begins like a formula is text", async () => {
  const text = (await written("csv")).toString("utf8");
  expect(text).toContain(`"'=HYPERLINK(""http://ailleurs""; ""oui"")";'+33 1;1,5;;`);
  expect(text).toContain(";'@somme;");
});

withOffice(
  "LibreOffice opens both files, with the same rows, dates as dates, and nothing that calculates",
  async () => {
    const [csv, xlsx] = [await opened(await written("csv"), "csv"), await opened(await written("xlsx"), "xlsx")];
    const headings = ["Titre", "État", "Nombre", "Déposée le", "Déposée le (ISO 8601)", "Jour", "Jour (ISO 8601)"];
    const first = ["Évaluer ; à l’oral", "Retenue", "12", "18/05/2020 09:05", "2020-05-18T07:05:00.000Z"];
    for (const cells of [csv, xlsx]) {
      // LibreOffice's own form of an hour has seconds.
      const table = cells.map((row) => row.map((cell) => cell.replace(/(\d\d:\d\d):00$/, "$1")));
      expect(table[0]).toEqual(headings);
      expect(table[1]).toEqual([...first, "01/02/2020", "2020-02-01"]);
      expect(table[3]).toEqual([
        "Deux\nlignes « dites »",
        expect.stringMatching(/^'?@somme$/),
        "0",
        "02/01/2020 00:30",
        "2020-01-01T23:30:00Z",
        "01/01/2020",
        "2020-01-01",
      ]);
      expect(table[2]?.[0]).toMatch(/^'?=HYPERLINK\("http:\/\/ailleurs"; "oui"\)$/);
      expect(table[2]?.slice(1, 4)).toEqual([expect.stringMatching(/^'?\+33 1$/), "1,5", ""]);
    }
  },
);

test("writing takes what is read one row at a time: as many rows as one likes", async () => {
  let alive = 0;
  let most = 0;
  async function* many() {
    for (let at = 0; at < 3_000; at += 1) {
      alive += 1;
      most = Math.max(most, alive);
      yield { ...(rows[0] as Row), count: at };
      alive -= 1;
    }
  }
  const text = (await written("csv", many())).toString("utf8");
  expect([text.split("\r\n").length, most]).toEqual([3_001, 1]);
});

describe("an export reads", () => {
  const QUERY = parse(`
    query Screen($filter: F, $drafts: F, $first: Int!, $after: String) {
      viewer { ...Rights }
      things(filter: $filter, first: $first, after: $after) { nodes { ...Thing } pageInfo { hasNextPage } }
      drafts: things(filter: $drafts, first: 1) { totalCount }
    }
    fragment Rights on Viewer { id }
    fragment Thing on Thing { id owner { ...Owner } }
    fragment Owner on Person { id }
  `);

  it("the rows of the page's query and nothing else of it", () => {
    expect(print(onlyField(QUERY, "things")).replace(/\s+/g, " ")).toBe(
      "query Screen($filter: F, $first: Int!, $after: String) { things(filter: $filter, first: $first, after: $after) " +
        "{ nodes { ...Thing } pageInfo { hasNextPage } } } fragment Thing on Thing { id owner { ...Owner } } " +
        "fragment Owner on Person { id }",
    );
  });

  const list = {
    name: "choses",
    title: "Choses",
    path: "/choses",
    field: "things",
    query: QUERY,
    columnsAt: () => [],
    connectionOf: (data: { things?: never }) => data?.things,
    variablesAt: (_search: URLSearchParams, page: { first: number; after: string | null }) => page,
  };
  const page = (nodes: number[], endCursor: string | null) => ({
    data: { things: { nodes, pageInfo: { hasNextPage: endCursor !== null, endCursor } } },
  });
  const read = async (...answers: object[]) => {
    const asked: unknown[] = [];
    const client = {
      query: async ({ variables }: { variables: { after: string | null } }) => {
        asked.push(variables.after);
        return answers.shift();
      },
    };
    const found: unknown[] = [];
    for await (const row of rowsOf(list, client as never, new URLSearchParams())) found.push(row);
    return { asked, found };
  };

  it("every page, each after the last one's end", async () => {
    const { asked, found } = await read(page([1, 2], "b"), page([3, 4], "d"), page([5], null));
    expect(asked).toEqual([null, "b", "d"]);
    expect(found).toEqual([1, 2, 3, 4, 5]);
  });

  it("nothing at all when a service fails on the way", async () => {
    await expect(read(page([1], "a"), { data: {}, error: new Error("503") })).rejects.toThrow(ExportFailed);
    await expect(read({ data: { things: null } })).rejects.toMatchObject({ code: "UNAUTHENTICATED" });
  });

  it("and a file that cannot be finished is no file", async () => {
    async function* broken() {
      yield rows[0] as Row;
      throw new ExportFailed("SERVICE_UNAVAILABLE");
    }
    for (const kind of ["csv", "xlsx"] as const) await expect(written(kind, broken())).rejects.toThrow(ExportFailed);
  });
});

test("LibreOffice is there where everything is to be verified", () => {
  expect(office !== undefined || !process.env.CI).toBe(true);
});
