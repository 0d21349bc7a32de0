import { ensureKitTables } from "../src/kit-tables.ts";
import { emptyDatabase } from "../src/testing/clone.ts";
import { connect, range } from "./support.ts";

test("the kit's tables come once, however many processes start at the same time", async () => {
  const { url } = await emptyDatabase();
  await Promise.all(range(8).map(() => ensureKitTables(url)));
  await ensureKitTables(url);
  const { db, close } = connect(url);
  const tables = await db.$queryRawUnsafe<{ name: string }[]>(
    "select table_name as name from information_schema.tables where table_schema = 'kit' order by 1",
  );
  expect(tables.map(({ name }) => name)).toEqual([
    "audit",
    "due",
    "file",
    "file_part",
    "idempotency",
    "inbox",
    "outbox",
    "parked",
    "version",
  ]);
  const versions = await db.$queryRawUnsafe<unknown[]>("select from kit.version");
  expect(versions).toHaveLength(4);
  await close();
});
