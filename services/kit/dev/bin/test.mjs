// Every test of every workspace, on one Kafka broker. What a machine lacks is skipped visibly; in CI it is a failure.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { findChromium } from "../chromium.mjs";
import { clearResults, RESULTS, sumResults, testedWorkspaces } from "../jest-results.mjs";
import { build, fail, install, load, root, say, tool } from "../setup.mjs";

await install();
await build();
const { findKafka, startKafka } = await load("kafka.ts");
const ci = process.env.CI === "true";
const chromium = findChromium(process.env);
const found = await findKafka();
const missing = [];
if (!chromium) missing.push("Chromium absent (CHROMIUM_PATH) : les tests du portail dans un navigateur sont ignorés");
if (found.kind === "none") missing.push(`Kafka absent : ses tests sont ignorés (${found.reason})`);
for (const line of missing) say(line);
if (ci && missing.length > 0) fail("rien ne doit être ignoré quand CI=true.");

const folder = mkdtempSync(join(tmpdir(), "trame-kafka-"));
const kafka = found.kind === "none" ? undefined : await startKafka({ dir: folder, found });
const workspaces = testedWorkspaces(root);
clearResults(root, workspaces);
try {
  await tool("turbo", ["run", "test", "--continue", "--concurrency=2", "--", "--json", `--outputFile=${RESULTS}`], {
    env: { ...(chromium && { CHROMIUM_PATH: chromium }), ...(kafka && { KAFKA_BROKERS: kafka.brokers }) },
  });
} finally {
  await kafka?.stop();
  rmSync(folder, { recursive: true, force: true });
}

const { passed, failed, skipped, silent } = sumResults(root, workspaces);
for (const workspace of silent) say(`${workspace} : Jest n'a pas rendu de résultats`);
if (skipped > 0) say(`${skipped} test(s) ignoré(s)`);
say(`${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 || (ci && skipped > 0) ? 1 : 0;
