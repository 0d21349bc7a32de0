import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";

/** Where each workspace's Jest writes its results, from its own folder. */
export const RESULTS = ".turbo/jest.json";

/** The workspaces that have tests. */
export function testedWorkspaces(root) {
  const folders = [
    ...readdirSync(join(root, "services")).map((name) => join("services", name)),
    "gateway",
    "proto-schemas",
    "web",
  ];
  return folders.filter((folder) => {
    const manifest = join(root, folder, "package.json");
    return existsSync(manifest) && JSON.parse(readFileSync(manifest, "utf8")).scripts?.test;
  });
}

export function clearResults(root, workspaces) {
  for (const folder of workspaces) {
    const file = join(root, folder, RESULTS);
    mkdirSync(dirname(file), { recursive: true });
    rmSync(file, { force: true });
  }
}

/** A file of tests that could not run counts as a failure, and so does a workspace that left no results. */
export function sumResults(root, workspaces) {
  const sum = { passed: 0, failed: 0, skipped: 0, silent: [] };
  for (const folder of workspaces) {
    const file = join(root, folder, RESULTS);
    if (!existsSync(file)) {
      sum.silent.push(folder);
      sum.failed++;
      continue;
    }
    const results = JSON.parse(readFileSync(file, "utf8"));
    sum.passed += results.numPassedTests;
    sum.failed += results.numFailedTests + results.numRuntimeErrorTestSuites;
    sum.skipped += results.numPendingTests + results.numTodoTests;
  }
  return sum;
}
