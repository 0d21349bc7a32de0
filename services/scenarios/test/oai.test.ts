import { silentLogger } from "@trame/kit/log";
import { testService } from "@trame/kit/testing/service";
import fc from "fast-check";
import Fastify, { type FastifyInstance } from "fastify";
import { oaiRoutes } from "../src/oai/routes.ts";
import { serviceWith } from "../src/service.ts";
import { claire, openScenarios, pretendWeb, QUATRIEME, referent, SECONDE, svt } from "./examples.ts";
import { objections } from "./xsd.ts";

type Scenarios = Awaited<ReturnType<typeof openScenarios>>;
let service: Scenarios;
let http: FastifyInstance;
const answers: string[] = [];
beforeAll(async () => {
  service = await openScenarios();
  http = harvested(service);
});
afterAll(async () => {
  await http.close();
  await service.stop();
});

function harvested({ db }: Pick<Scenarios, "db">) {
  const server = Fastify();
  const base = { db, clock: { now: () => new Date() }, origin: "https://trame.example", logger: silentLogger };
  oaiRoutes(server, base, { sizes: { ListIdentifiers: 3, ListRecords: 3 } });
  return server;
}

type Parameters = Record<string, string> | string;

async function ask(parameters: Parameters, from = http): Promise<string> {
  const { body, statusCode } = await from.inject(`/oai?${new URLSearchParams(parameters)}`);
  expect(statusCode).toBe(200);
  answers.push(body);
  return body;
}

const all = (text: string, name: string) =>
  [...text.matchAll(new RegExp(`<${name}(?: [^>]*)?>([^<]*)</${name}>`, "g"))].map(([, inner = ""]) => inner);
const one = (text: string, name: string) => all(text, name)[0];
const codeOf = (text: string) => /<error code="(\w+)">/.exec(text)?.[1];

/** Every page of a list; `between` happens after each. */
async function harvest(parameters: Record<string, string>, between = async () => {}, from = http) {
  const verb = parameters.verb ?? "";
  let page = await ask(parameters, from);
  const startedAt = one(page, "responseDate") ?? "";
  const records: string[] = [];
  for (;;) {
    records.push(...[...page.matchAll(/<header.*?<\/header>/g)].map(([header]) => header));
    const token = one(page, "resumptionToken");
    await between();
    if (!token) return { startedAt, records, error: codeOf(page) };
    page = await ask({ verb, resumptionToken: token }, from);
  }
}

const idsOf = (records: string[]) => records.map((record) => one(record, "identifier")?.split(":").at(-1) ?? "");

describe("a repository with a few scenarios", () => {
  let first: { id: string };
  let gone: { id: string };
  const recordOf = (id: string) => `oai:trame.example:${id}`;
  beforeAll(async () => {
    expect(codeOf(await ask({ verb: "ListRecords", metadataPrefix: "lom" }))).toBe("noRecordsMatch");
    first = await service.publishes(claire, "Forêts & métadonnées", { levels: [QUATRIEME] });
    for (const title of ["Deux", "Trois", "Quatre"]) await service.publishes(claire, title, { levels: [SECONDE] });
    gone = await service.publishes(claire, "Bientôt retiré");
    await service.must(referent, "withdrawScenario", { scenarioId: gone.id, reason: "Droits d'une image" });
    await service.drafts(claire);
  });

  test("the six verbs answer, by GET and by POST", async () => {
    const identify = await ask("verb=Identify");
    expect(one(identify, "adminEmail")).toBe("contact@trame.example");
    expect(one(identify, "deletedRecord")).toBe("persistent");
    expect(all(await ask("verb=ListMetadataFormats"), "metadataPrefix")).toEqual(["oai_dc", "lom", "scolomfr"]);
    expect(all(await ask("verb=ListSets"), "setSpec")).toEqual(
      expect.arrayContaining(["discipline:svt", "academie:14", "annee:2019-2020", `theme:${svt}`]),
    );
    const record = await ask({ verb: "GetRecord", metadataPrefix: "lom", identifier: recordOf(first.id) });
    expect(record).toContain("Forêts &amp; métadonnées");
    expect(idsOf((await harvest({ verb: "ListIdentifiers", metadataPrefix: "oai_dc" })).records)).toHaveLength(5);
    const posted = await http.inject({
      method: "POST",
      url: "/oai",
      headers: { "content-type": "application/x-www-form-urlencoded" },
      payload: "verb=ListRecords&metadataPrefix=oai_dc",
    });
    expect(posted.headers["content-type"]).toBe("text/xml; charset=utf-8");
    expect(posted.body).toContain("<dc:publisher>académie de Rennes</dc:publisher>");
  });

  test.each<[string, Parameters]>([
    ["badVerb", ""],
    ["badVerb", "verb=Nothing"],
    ["badVerb", "verb=toString"],
    ["badVerb", "verb=Identify&verb=Identify"],
    ["badArgument", "verb=Identify&set=a"],
    ["badArgument", "verb=ListRecords"],
    ["badArgument", "verb=GetRecord&metadataPrefix=lom"],
    ["badArgument", "verb=ListRecords&metadataPrefix=lom&metadataPrefix=lom"],
    ["badArgument", "verb=ListRecords&metadataPrefix=lom&resumptionToken=x"],
    ["badArgument", "verb=ListRecords&metadataPrefix=lom&from=2020-01-01&until=2020-01-01T00:00:00Z"],
    ["badArgument", "verb=ListRecords&metadataPrefix=lom&from=2020-01-02&until=2020-01-01"],
    ["badArgument", "verb=ListRecords&metadataPrefix=lom&from=2020-02-31"],
    ["badArgument", "verb=ListRecords&metadataPrefix=lom&from=yesterday"],
    ["badResumptionToken", "verb=ListRecords&resumptionToken=x"],
    ["badResumptionToken", "verb=ListSets&resumptionToken=x"],
    ["cannotDisseminateFormat", "verb=ListRecords&metadataPrefix=marc"],
    ["idDoesNotExist", "verb=GetRecord&metadataPrefix=lom&identifier=oai:trame.example:none"],
    ["idDoesNotExist", "verb=ListMetadataFormats&identifier=urn:x"],
    ["noRecordsMatch", "verb=ListRecords&metadataPrefix=lom&set=discipline:none"],
    ["noRecordsMatch", "verb=ListRecords&metadataPrefix=lom&from=2999-01-01"],
  ])("%s: %s", async (code, parameters) => {
    const answer = await ask(parameters);
    expect(codeOf(answer)).toBe(code);
    if (["badVerb", "badArgument"].includes(code))
      expect(answer).toContain("<request>https://trame.example/oai</request>");
  });

  test("a token of one verb is not the other's", async () => {
    const token = one(await ask("verb=ListIdentifiers&metadataPrefix=lom"), "resumptionToken") ?? "";
    expect(codeOf(await ask({ verb: "ListRecords", resumptionToken: token }))).toBe("badResumptionToken");
  });

  test("a withdrawn scenario is a deleted record, without metadata and without formats", async () => {
    const identifier = recordOf(gone.id);
    const record = await ask({ verb: "GetRecord", metadataPrefix: "lom", identifier });
    expect(record).toContain('<header status="deleted">');
    expect(record).not.toContain("<metadata>");
    expect(codeOf(await ask({ verb: "ListMetadataFormats", identifier }))).toBe("noMetadataFormats");
  });

  test("sets restrict, and a level stands in those above it", async () => {
    const count = async (set: string) =>
      (await harvest({ verb: "ListIdentifiers", metadataPrefix: "lom", set })).records.length;
    expect(await count("discipline:svt")).toBe(5);
    expect(await count("academie:23")).toBe(0);
    expect(await count("annee:2019-2020")).toBe(5);
    expect(await count("niveau")).toBe(5);
    expect(await count("niveau:scolomfr-voc-022-num-621")).toBe(1);
    expect(await count(`theme:${svt}`)).toBe(5);
  });

  test("another title of the theme changes its records", async () => {
    const { startedAt } = await harvest({ verb: "ListIdentifiers", metadataPrefix: "lom" });
    await service.db.$executeRaw`update harvest_record set stamp = stamp - interval '1 day'`;
    await service.db.theme.update({ where: { id: svt }, data: { title: "Un autre titre" } });
    const { records } = await harvest({ verb: "ListRecords", metadataPrefix: "lom", from: startedAt });
    expect(records).toHaveLength(4);
  });

  afterAll(async () => {
    expect(await objections("oai-pmh", "oai-pmh.xsd", answers)).toEqual([]);
    answers.length = 0;
  });
});

test("before anything is known there is no hierarchy of sets", async () => {
  const empty = await testService(serviceWith({ visit: pretendWeb().visit }));
  const server = harvested(empty);
  expect(codeOf(await ask("verb=ListSets", server))).toBe("noSetHierarchy");
  await server.close();
  await empty.stop();
});

test("whoever answers waits for a commit under way, and tells it", async () => {
  const { id } = await service.publishes(claire, "En cours");
  const early = await service.db.$transaction(async (tx) => {
    await tx.$executeRaw`update scenario set "versionNumber" = 9 where id = ${id}`;
    await tx.$executeRaw`set constraints all immediate`;
    const asked = ask({ verb: "GetRecord", metadataPrefix: "lom", identifier: `oai:trame.example:${id}` });
    while (!(await isWaiting()));
    return { asked };
  });
  const answer = await early.asked;
  expect(answer).toContain('<lom:string language="http://id.loc.gov/vocabulary/iso639-2/fre">9</lom:string>');
});

async function isWaiting(): Promise<boolean> {
  const [row] = await service.db.$queryRaw<{ waits: boolean }[]>`
    select exists(select 1 from pg_locks where locktype = 'advisory' and not granted
      and database = (select oid from pg_database where datname = current_database())) as waits`;
  return row?.waits ?? false;
}

test("in a harvest during which scenarios change, what did not change is told once, and what changed is told now or next", async () => {
  const { id: model } = await service.publishes(claire, "Modèle");
  const { db } = service;
  let made = 0;
  const publish = async () => {
    const id = `p${made++}`;
    await db.$executeRaw`insert into scenario select (jsonb_populate_record(s, jsonb_build_object('id', ${id}::text, 'slug', ${id}::text))).*
                           from scenario s where id = ${model}`;
    return id;
  };
  const correct = (id: string) =>
    db.$executeRaw`update scenario set "versionNumber" = "versionNumber" + 1 where id = ${id}`;
  const withdraw = (id: string) => db.$executeRaw`update scenario set state = 'WITHDRAWN' where id = ${id}`;
  const change = fc.record({ act: fc.constantFrom("publish", "correct", "withdraw"), whom: fc.nat(), page: fc.nat(5) });
  await fc.assert(
    fc.asyncProperty(fc.nat(9), fc.array(change, { maxLength: 8 }), async (size, changes) => {
      await db.$executeRaw`delete from harvest_record`;
      const before: string[] = [];
      for (let index = 0; index <= size; index++) before.push(await publish());
      const changed = new Set<string>();
      let page = 0;
      const { startedAt, records } = await harvest({ verb: "ListRecords", metadataPrefix: "oai_dc" }, async () => {
        for (const { act, whom } of changes.filter((one) => one.page === page)) {
          const target = before[whom % before.length] ?? "";
          changed.add(act === "publish" ? await publish() : target);
          if (act === "correct") await correct(target);
          if (act === "withdraw") await withdraw(target);
        }
        page++;
      });
      const told = idsOf(records);
      for (const id of before.filter((one) => !changed.has(one))) {
        expect(told.filter((one) => one === id)).toHaveLength(1);
      }
      const next = idsOf(
        (await harvest({ verb: "ListIdentifiers", metadataPrefix: "oai_dc", from: startedAt })).records,
      );
      for (const id of changed) expect([...told, ...next]).toContain(id);
    }),
    { numRuns: 40 },
  );
}, 60_000);
