import { Pool } from "undici";
import { type Figure, figure, quantile, skipped } from "./figures.ts";
import { cpuOf } from "./processes.ts";

export interface Target {
  /** What it is called in the table. */
  name: string;
  /** Address of a /graphql. */
  url: string;
  /** The process whose work is counted. */
  pid: number;
  /** The next request; each may differ. */
  body(count: number): object;
  note?: string;
}

const CONNECTIONS = 16;
const WARM_UP = 2_000;
const MEASURED = 6_000;

/** Asks as fast as it can over some connections, and tells rate, times and processor time per request. */
export async function load(target: Target): Promise<Figure[]> {
  const { origin, pathname } = new URL(target.url);
  const pool = new Pool(origin, { connections: CONNECTIONS });
  let count = 0;

  async function once(): Promise<number> {
    const body = JSON.stringify(target.body(count++));
    const began = performance.now();
    const answer = await pool.request({
      path: pathname,
      method: "POST",
      headers: { "content-type": "application/json" },
      body,
    });
    const { data, errors } = (await answer.body.json()) as { data?: unknown; errors?: { message: string }[] };
    if (!data || errors) throw new Error(`${target.name}: ${errors?.[0]?.message ?? answer.statusCode}`);
    return performance.now() - began;
  }

  async function during(milliseconds: number): Promise<number[]> {
    const times: number[] = [];
    const until = performance.now() + milliseconds;
    const worker = async () => {
      while (performance.now() < until) times.push(await once());
    };
    await Promise.all(Array.from({ length: CONNECTIONS }, worker));
    return times;
  }

  try {
    await during(WARM_UP);
    const [cpu, began] = [cpuOf(target.pid), performance.now()];
    const times = await during(MEASURED);
    const seconds = (performance.now() - began) / 1000;
    const used = cpuOf(target.pid);
    const note = target.note ?? "";
    return [
      figure(`${target.name} : débit`, times.length / seconds, "requêtes/s", note),
      figure(`${target.name} : p50`, quantile(times, 0.5), "ms"),
      figure(`${target.name} : p99`, quantile(times, 0.99), "ms"),
      cpu === undefined || used === undefined
        ? skipped(`${target.name} : processeur`, "ms/requête", "pas de /proc sur cette machine")
        : figure(`${target.name} : processeur`, (used - cpu) / times.length, "ms/requête"),
    ];
  } finally {
    await pool.close();
  }
}
