import { KeyReused, once } from "../src/idempotency.ts";
import { hear, heardBy, openDatabase, range, type TestDatabase } from "./support.ts";

let service: TestDatabase;

beforeEach(async () => {
  service = await openDatabase();
});
afterEach(() => service.close());

const call = { key: "k1" as string | undefined, actor: "claire", operation: "submit", input: { id: 1 } };
const submit = (over: Partial<typeof call> = {}, word = "done") =>
  service.db.$transaction((tx) =>
    once(tx, { ...call, ...over }, async () => {
      await hear(tx, "a", word);
      return { application: { id: 1 }, errors: [] };
    }),
  );

test("a repetition gets the first answer and has no effect", async () => {
  const first = await submit();
  expect(await submit({}, "again")).toEqual(first);
  expect(await heardBy(service.db)).toEqual(["done"]);
});

test("repetitions at the same moment wait for the first", async () => {
  const answers = await Promise.all(range(5).map(() => submit()));
  expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
  expect(await heardBy(service.db)).toEqual(["done"]);
});

test("the same key for another input is a mistake, another actor's key is another key", async () => {
  await submit();
  await expect(submit({ input: { id: 2 } })).rejects.toThrow(KeyReused);
  await submit({ actor: "paul" });
  await submit({ operation: "withdraw" });
  await submit({ key: undefined });
  await submit({ key: undefined });
  expect(await heardBy(service.db)).toHaveLength(5);
});

test("what failed left nothing, and may be tried again with its key", async () => {
  const failing = service.db.$transaction((tx) => once(tx, call, () => Promise.reject(new Error("no"))));
  await expect(failing).rejects.toThrow("no");
  await submit();
  expect(await heardBy(service.db)).toEqual(["done"]);
});
