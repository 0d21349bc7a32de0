import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Crew } from "./crew.ts";
import { inData, readJson, writeJson } from "./data-folder.ts";
import { DEMO_STAGES, SMALL_STAGES } from "./demo-stages.ts";
import { DevFailure } from "./failure.ts";
import { root, type Setting, serviceEnvironment } from "./programs.ts";
import { openQuiet } from "./quiet.ts";

export interface DemoOptions {
  size: "full" | "small";
  log(line: string): void;
  crew: Crew;
}

/** Loads the demonstration once. What an interruption leaves is taken up again: each stage is idempotent. */
export async function loadDemo(setting: Setting, { size, log, crew }: DemoOptions): Promise<void> {
  const file = inData(setting.dataDir).demo;
  const done = new Set(readJson<string[]>(file) ?? []);
  const stages = size === "small" ? SMALL_STAGES : DEMO_STAGES;
  const missing = stages.filter(([service, stage]) => !done.has(`${service}/${stage}`));
  if (missing.length === 0) return;
  const quiet = await openQuiet(setting);
  try {
    await quiet.wait(crew.signal);
    for (const [service, stage] of missing) {
      const began = performance.now();
      await crew.run(stageProgram(setting, service, stage, size, log));
      await quiet.wait(crew.signal);
      done.add(`${service}/${stage}`);
      writeJson(file, [...done]);
      log(`Démonstration ${done.size}/${stages.length} : ${service}, ${stage} (${seconds(began)})`);
    }
  } finally {
    await quiet.close();
  }
}

function stageProgram(
  setting: Setting,
  service: (typeof DEMO_STAGES)[number][0],
  stage: string,
  size: DemoOptions["size"],
  log: (line: string) => void,
) {
  const cwd = join(root, "services", service);
  const bundle = join(cwd, "dist/demo.js");
  if (!existsSync(bundle)) {
    throw new DevFailure(
      `Les données de démonstration de ${service} (étape ${stage}) manquent : ${bundle} n'existe pas.`,
    );
  }
  return {
    name: `demo-${service}-${stage}`,
    label: `la démonstration ${service} (étape ${stage})`,
    args: ["--enable-source-maps", bundle, stage],
    cwd,
    env: { ...serviceEnvironment(service, setting), TRAME_DEMO_SIZE: size },
    onLine: (line: string) => log(`  ${line}`),
  };
}

export const seconds = (began: number) =>
  `${((performance.now() - began) / 1000).toLocaleString("fr-FR", { maximumFractionDigits: 1 })} s`;
