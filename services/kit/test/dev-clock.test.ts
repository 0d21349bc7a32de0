import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { moveClock, readClock, startClock, stopClock } from "../dev/clock-file.ts";
import { newFolder } from "./folders.ts";

const newFile = () => join(newFolder("clock"), "clock");
const stopped = (at: string) => {
  const file = newFile();
  writeFileSync(file, at);
  return file;
};

test("the first start sets the clock to 18 May 2020 at 9:00 in Paris, and it runs", () => {
  const file = newFile();
  startClock(file);
  expect(readFileSync(file, "utf8")).toMatch(/^2020-05-18T09:00:00\+02:00@20\d\d-/);
  const shown = readClock(file).getTime() - Date.parse("2020-05-18T07:00:00Z");
  expect(shown).toBeGreaterThanOrEqual(0);
  expect(shown).toBeLessThan(5000);
});

test("a later start goes on from where the clock stopped", () => {
  const file = newFile();
  startClock(file, "2020-06-02T10:00:00Z");
  stopClock(file);
  startClock(file);
  expect(readFileSync(file, "utf8")).toMatch(/^2020-06-02T10:00:00\.000Z@/);
});

test("a clock whose supervisor was killed runs on", () => {
  const running = "2020-05-18T07:00:00Z@2026-01-01T00:00:00Z";
  const file = stopped(running);
  startClock(file);
  expect(readFileSync(file, "utf8")).toBe(running);
});

test.each([
  ["P1D", "2020-05-19T07:00:00.000Z"],
  ["P2W", "2020-06-01T07:00:00.000Z"],
  ["P1M", "2020-06-18T07:00:00.000Z"],
  ["PT1H30M", "2020-05-18T08:30:00.000Z"],
])("the clock moves forward by %s", (advance, expected) => {
  const file = stopped("2020-05-18T07:00:00Z");
  expect(moveClock(file, { advance }).toISOString()).toBe(expected);
  expect(readClock(file).toISOString()).toBe(expected);
});

test("a running clock that is moved goes on running", () => {
  const file = newFile();
  startClock(file);
  moveClock(file, { now: "2020-07-01T00:00:00Z" });
  expect(readFileSync(file, "utf8")).toMatch(/^2020-07-01T00:00:00\.000Z@/);
});

test("the clock never goes back", () => {
  const file = stopped("2020-05-18T07:00:00Z");
  expect(() => moveClock(file, { now: "2020-05-17T00:00:00Z" })).toThrow("L'horloge ne recule pas");
  expect(readClock(file).toISOString()).toBe("2020-05-18T07:00:00.000Z");
});

test.each([{}, { advance: "demain" }, { now: "hier" }])("%j moves nothing", (command) => {
  expect(() => moveClock(stopped("2020-05-18T07:00:00Z"), command)).toThrow("Attendu");
});
