import { newId, stableId } from "../src/id.ts";
import { range } from "./support.ts";

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-([78])[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

test("new ids are UUIDv7: distinct, and carrying their time", () => {
  const ids = range(1000).map(() => newId());
  expect(new Set(ids).size).toBe(1000);
  expect(UUID.exec(ids[0] ?? "")?.[1]).toBe("7");
  const time = Number.parseInt((ids[0] ?? "").replace("-", "").slice(0, 12), 16);
  expect(Math.abs(Date.now() - time)).toBeLessThan(60_000);
});

test("the same parts give the same id, others another", () => {
  expect(stableId("theme", "1")).toBe(stableId("theme", "1"));
  expect(stableId("theme", "1")).toMatch(UUID);
  const all = [stableId("theme", "1"), stableId("theme1"), stableId("them", "e1"), stableId("theme", "1", "")];
  expect(new Set(all).size).toBe(4);
});
