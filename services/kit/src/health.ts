import { faultLine } from "./fault.ts";

/** Says nothing when all is well, else what is wrong; throwing says it too. */
export type HealthCheck = () => Promise<string | undefined>;

/** What an operator is told. `problems` take the process out of service; `degraded` is to be known, and harms no answer. */
export interface Health {
  status: "ok" | "degraded" | "not ready";
  problems: string[];
  degraded: string[];
}

export interface HealthChecks {
  ready: Record<string, HealthCheck>;
  degraded?: Record<string, HealthCheck>;
}

/** A check that hangs is a check that failed. */
const PATIENCE_MS = 3_000;

export async function examine({ ready, degraded = {} }: HealthChecks): Promise<Health> {
  const [problems, lesser] = await Promise.all([findProblems(ready), findProblems(degraded)]);
  const status = problems.length > 0 ? "not ready" : lesser.length > 0 ? "degraded" : "ok";
  return { status, problems, degraded: lesser };
}

async function findProblems(checks: Record<string, HealthCheck>): Promise<string[]> {
  const found = await Promise.all(
    Object.entries(checks).map(async ([name, check]) => {
      const problem = await inTime(check()).catch((error: unknown) => faultLine(error));
      return problem && `${name}: ${problem}`;
    }),
  );
  return found.filter((problem): problem is string => Boolean(problem));
}

function inTime<T>(work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer within ${PATIENCE_MS} ms`)), PATIENCE_MS);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}

/** Asks at most once in a while, and once for all who ask meanwhile: an address that anybody may call. */
export function atMostEvery<T>(ms: number, ask: () => Promise<T>): () => Promise<T> {
  let answer: Promise<T> | undefined;
  let until = 0;
  return () => {
    if (!answer || performance.now() >= until) {
      until = performance.now() + ms;
      answer = ask();
    }
    return answer;
  };
}
