import { spawnSync } from "node:child_process";
import process from "node:process";
import { compressUnder } from "./compress.mjs";

// Each language is a whole build, for the browser and for the server: see docs/decisions.
for (const language of ["fr", "en"]) {
  const { status } = spawnSync("react-router", ["build"], {
    stdio: "inherit",
    shell: process.platform === "win32",
    env: { ...process.env, TRAME_LANGUAGE: language },
  });
  if (status !== 0) process.exit(status ?? 1);
  compressUnder(`build/${language}/client/assets`);
}
