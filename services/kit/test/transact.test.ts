import { pgDatabase } from "@trame/kit/sql";
import { cloneDatabase } from "@trame/kit/testing/clone";
import { isCollision, transact } from "@trame/kit/transact";
import pg from "pg";

let pool: pg.Pool;

beforeAll(async () => {
  pool = new pg.Pool({ connectionString: (await cloneDatabase()).url });
  await pool.query("create table place (name text primary key, visits integer not null default 0)");
  await pool.query("insert into place (name) values ('a'), ('b')");
});
afterAll(() => pool.end());

test("two transactions that wait for each other both happen, one of them at its second try", async () => {
  const db = pgDatabase(pool);
  let attempts = 0;
  let arrived = 0;
  let bothHoldOne: () => void = () => {};
  const meeting = new Promise<void>((resolve) => {
    bothHoldOne = resolve;
  });
  const visit = (first: string, second: string) =>
    transact(db, async (tx) => {
      attempts++;
      const count = (name: string) =>
        tx.$executeRawUnsafe("update place set visits = visits + 1 where name = $1", name);
      await count(first);
      if (++arrived === 2) bothHoldOne();
      await meeting;
      await count(second);
    });
  await Promise.all([visit("a", "b"), visit("b", "a")]);
  expect(attempts).toBeGreaterThan(2);
  const { rows } = await pool.query("select visits from place order by name");
  expect(rows).toEqual([{ visits: 2 }, { visits: 2 }]);
});

test("another fault is not tried again", async () => {
  let attempts = 0;
  const failing = transact(pgDatabase(pool), async () => {
    attempts++;
    throw new Error("a fault");
  });
  await expect(failing).rejects.toThrow("a fault");
  expect(attempts).toBe(1);
  const raw = { code: "P2010", meta: { driverAdapterError: { cause: { originalCode: "40P01" } } } };
  expect(isCollision(Object.assign(new Error("raw query failed"), raw))).toBe(true);
  expect(isCollision(new Error("wrapped", { cause: { originalCode: "40P01" } }))).toBe(true);
});
