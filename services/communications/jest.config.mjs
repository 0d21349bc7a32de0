import base from "../kit/dev/tools/jest.base.mjs";

export default {
  ...base,
  // Published as ES modules only: the feed library, and the cookies of the requests that tests inject.
  transformIgnorePatterns: base.transformIgnorePatterns.map((pattern) =>
    pattern.replace("(?!(", "(?!(feed|light-my-request|cookie|"),
  ),
  globalSetup: "@trame/kit/testing/global-setup",
  globalTeardown: "@trame/kit/testing/global-teardown",
};
