import { audit, auditTrail } from "../src/audit.ts";
import { NOON, openDatabase, type TestDatabase } from "./support.ts";

let service: TestDatabase;
const claire = { kind: "person" as const, personId: "claire", name: "Claire Martin" };
const system = { kind: "system" as const, name: "projects" };

beforeAll(async () => {
  service = await openDatabase();
  const { db } = service;
  await audit(db, { at: NOON, actor: claire, action: "retain", subject: "Application:1", reason: "first of its kind" });
  await audit(db, { at: NOON, actor: system, action: "engage", subject: "Application:1", detail: { by: "event" } });
  await audit(db, { at: NOON, actor: system, action: "engage", subject: "Application:2" });
});
afterAll(() => service.close());

test("tells what happened to a subject, who did it, when and why", async () => {
  expect(await auditTrail(service.db, "Application:1")).toMatchObject([
    { at: NOON, action: "retain", actor: { kind: "person", personId: "claire" }, reason: "first of its kind" },
    { at: NOON, action: "engage", actor: { kind: "system", name: "projects" }, detail: { by: "event" } },
  ]);
});

test("keeps the id of a person, not the name", async () => {
  const [row] = await service.db.$queryRawUnsafe<{ all: string }[]>(
    "select string_agg(actor::text, '') as all from kit.audit",
  );
  expect(row?.all).not.toContain("Martin");
});

test.each(["update kit.audit set action = 'reject'", "delete from kit.audit", "truncate kit.audit"])(
  "refuses: %s",
  async (sql) => {
    await expect(service.db.$executeRawUnsafe(sql)).rejects.toThrow("append-only");
    expect(await auditTrail(service.db, "Application:1")).toHaveLength(2);
  },
);
