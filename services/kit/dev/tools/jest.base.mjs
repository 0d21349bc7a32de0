/** Packages published as ES modules only: Jest's CommonJS loader needs them transformed. */
const esmOnly = [
  "jose",
  "openid-client",
  "oauth4webapi",
  "@bufbuild/protobuf",
  "csv-parse",
  "feed",
  "light-my-request",
  "@fastify/cookie",
  "cookie",
  "hucre",
  "@codegouvfr/react-dsfr",
  "tsafe",
];

const swc = {
  jsc: {
    parser: { syntax: "typescript", tsx: true },
    transform: { react: { runtime: "automatic" } },
    target: "es2023",
  },
  module: { type: "commonjs" },
  sourceMaps: "inline",
};

export default {
  testEnvironment: "node",
  testMatch: ["<rootDir>/test/**/*.test.ts", "<rootDir>/test/**/*.test.tsx", "<rootDir>/src/**/*.test.ts"],
  testTimeout: 120_000,
  moduleNameMapper: {
    // The generated Prisma client imports its query compiler as .mjs: the CommonJS loader needs the .js twin.
    "^(@prisma/client/runtime/.+)\\.mjs$": "$1.js",
  },
  transform: { "^.+\\.[cm]?[jt]sx?$": ["@swc/jest", swc] },
  transformIgnorePatterns: [`/node_modules/(?!(${esmOnly.join("|")})/)`],
};
