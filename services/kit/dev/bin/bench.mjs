import { findChromium } from "../chromium.mjs";
import { install, root, tool } from "../setup.mjs";

await install();
const { code, output } = await tool("turbo", ["run", "build", "--output-logs=errors-only"], { quiet: true });
if (code !== 0) console.error(output);
const chromium = findChromium(process.env);
const env = chromium ? { CHROMIUM_PATH: chromium } : {};
process.exitCode =
  code || (await tool("tsx", [`${root}gateway/bench/main.ts`, ...process.argv.slice(2)], { env })).code;
