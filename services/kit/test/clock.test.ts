import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { clockFrom } from "../src/clock.ts";
import { eventually } from "../src/testing/events.ts";

const real = Date.parse("2026-03-01T12:00:00Z");

test("without a setting the domain's time is the real one", () => {
  expect(clockFrom(undefined, () => real).now()).toEqual(new Date(real));
  expect(clockFrom(" ", () => real).now()).toEqual(new Date(real));
});

test("one instant is a clock that stands still", () => {
  expect(clockFrom("2020-05-18T09:00:00+02:00").now()).toEqual(new Date("2020-05-18T07:00:00Z"));
});

test("two instants are a clock that has run since", () => {
  let time = real;
  const clock = clockFrom("2020-05-18T09:00:00+02:00@2026-03-01T12:00:00Z", () => time);
  expect(clock.now()).toEqual(new Date("2020-05-18T07:00:00Z"));
  time += 90_000;
  expect(clock.now()).toEqual(new Date("2020-05-18T07:01:30Z"));
});

test("a file sets the clock, and sets it again", async () => {
  const dir = mkdtempSync(join(tmpdir(), "trame-clock-"));
  try {
    const file = join(dir, "clock");
    writeFileSync(file, "2020-05-18T09:00:00Z\n");
    const clock = clockFrom(`file:${file}`);
    expect(clock.now()).toEqual(new Date("2020-05-18T09:00:00Z"));
    writeFileSync(file, "2020-09-01T08:00:00.000Z\n");
    await eventually(() => clock.now().getTime() === Date.parse("2020-09-01T08:00:00Z"));
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
});

test.each(["soon", "2020-05-18", "2020-05-18T09:00:00", "2020-05-18T09:00:00Z@then", "a@b@c"])(
  "refuses %s, which is no instant or one without an offset",
  (spec) => {
    expect(() => clockFrom(spec)).toThrow("Not a clock");
  },
);
