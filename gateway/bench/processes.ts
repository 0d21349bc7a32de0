import { readFileSync } from "node:fs";

const TICKS_PER_SECOND = 100;

/** Processor time that a process has used so far, in milliseconds; nothing where there is no /proc. */
export function cpuOf(pid: number): number | undefined {
  const stat = readOrNot(`/proc/${pid}/stat`);
  // The name in parentheses may hold spaces: the fields are counted from behind it.
  const fields = stat?.slice(stat.lastIndexOf(")") + 2).split(" ");
  return fields && ((Number(fields[11]) + Number(fields[12])) * 1000) / TICKS_PER_SECOND;
}

/** Resident memory in megabytes. */
export function memoryOf(pid: number): number | undefined {
  const line = /^VmRSS:\s+(\d+) kB/m.exec(readOrNot(`/proc/${pid}/status`) ?? "");
  return line ? Number(line[1]) / 1024 : undefined;
}

function readOrNot(file: string): string | undefined {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return undefined;
  }
}
