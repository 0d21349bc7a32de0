import { family } from "../src/succession.ts";

const entries = [
  { code: "05", successorCode: "70" },
  { code: "21", successorCode: "70" },
  { code: "70", successorCode: null },
  { code: "14", successorCode: null },
];

test("an entry comes with what it went into, or what it came from", () => {
  expect(family(entries, "05")).toEqual(["05", "70"]);
  expect(family(entries, "70")).toEqual(["70", "05", "21"]);
  expect(family(entries, "14")).toEqual(["14"]);
});

test("a code that is not known yet stands for itself", () => {
  expect(family(entries, "99")).toEqual(["99"]);
});
