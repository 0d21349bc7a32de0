import base from "../services/kit/dev/tools/jest.base.mjs";

export default {
  ...base,
  testMatch: [...base.testMatch, "<rootDir>/e2e/**/*.test.ts"],
};
