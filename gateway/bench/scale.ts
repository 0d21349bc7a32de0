import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { type Figure, figure } from "./figures.ts";

/** The services that measure themselves on thirty years of the programme and on ten times that, without gateway or network. */
const SERVICES = ["projects", "people", "scenarios", "communications"];

const run = promisify(execFile);

interface Measured {
  name: string;
  value: number;
  /** Milliseconds when absent. */
  unit?: string;
  statements?: number;
  note?: string;
}

export async function atScale(): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const service of SERVICES) {
    const cwd = fileURLToPath(new URL(`../../services/${service}/`, import.meta.url));
    const tsx = fileURLToPath(new URL("../../node_modules/tsx/dist/cli.mjs", import.meta.url));
    const { stdout } = await run(process.execPath, [tsx, "bench/main.ts"], { cwd, maxBuffer: 1024 * 1024 });
    const measured = JSON.parse(stdout) as Measured[];
    figures.push(
      ...measured.map(({ name, value, unit = "ms", statements, note }) => {
        const notes = [statements === undefined ? "" : `${statements} requêtes SQL`, note ?? ""];
        return figure(`${service} : ${name}`, value, unit, notes.filter(Boolean).join(" ; "));
      }),
    );
  }
  return figures;
}
