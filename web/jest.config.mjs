import { readFileSync } from "node:fs";
import base from "../services/kit/dev/tools/jest.base.mjs";

/** Lingui's macros become calls of the portal's own two functions, as in the build. */
const macro = JSON.parse(readFileSync(new URL("tools/macro.json", import.meta.url), "utf8"));
const [[files, [transformer, swc]]] = Object.entries(base.transform);

export default {
  ...base,
  testMatch: [...base.testMatch, "<rootDir>/e2e/**/*.test.ts"],
  transform: {
    [files]: [transformer, { ...swc, jsc: { ...swc.jsc, experimental: macro } }],
  },
};
