import base from "../services/kit/dev/tools/jest.base.mjs";

/** Imports an ES module when it starts, which Jest's CommonJS loader cannot do. */
const dynamic = ["@fastify/cookie", "cookie"];

export default {
  ...base,
  transformIgnorePatterns: base.transformIgnorePatterns.map((pattern) =>
    pattern.replace("(?!(", `(?!(${dynamic.join("|")}|`),
  ),
};
