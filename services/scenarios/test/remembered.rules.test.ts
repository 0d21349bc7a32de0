import { createRemembered } from "../src/store/remembered.ts";

test("an answer that is worth it is kept while it is fresh, another is read again, and a failure is not kept", async () => {
  let now = 0;
  let reads = 0;
  const kept = createRemembered(1_000, () => now);
  const read = (isWorthIt: boolean) =>
    kept(
      "key",
      async () => ++reads,
      () => isWorthIt,
    );
  expect(await Promise.all([read(true), read(true)])).toEqual([1, 1]);
  now = 999;
  expect(await read(true)).toBe(1);
  now = 1_000;
  expect(await read(false)).toBe(2);
  expect(await read(true)).toBe(3);
  const failing = createRemembered(1_000, () => now);
  const fail = () =>
    failing(
      "key",
      () => Promise.reject(new Error("away")),
      () => true,
    );
  await expect(fail()).rejects.toThrow("away");
  expect(
    await failing(
      "key",
      async () => "back",
      () => true,
    ),
  ).toBe("back");
});
