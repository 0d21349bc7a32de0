import base from "../kit/dev/tools/jest.base.mjs";

export default {
  ...base,
  // The feed library is published as an ES module only.
  transformIgnorePatterns: base.transformIgnorePatterns.map((pattern) => pattern.replace("(?!(", "(?!(feed|")),
  globalSetup: "@trame/kit/testing/global-setup",
  globalTeardown: "@trame/kit/testing/global-teardown",
};
