import base from "../kit/dev/tools/jest.base.mjs";

export default {
  ...base,
  globalSetup: "@trame/kit/testing/global-setup",
  globalTeardown: "@trame/kit/testing/global-teardown",
};
