import { readFileSync, statSync } from "node:fs";

/** The domain clock: windows, mandates and deadlines are read on it. Tokens and retries use the real one. */
export interface Clock {
  now(): Date;
}

/**
 * Reads TRAME_NOW.
 *
 * - nothing: the real time;
 * - `2020-05-18T09:00:00+02:00`: a clock that stands still;
 * - `<domain time>@<real time>`: a clock that showed the first at the second and has run since;
 * - `file:/path`: a file that holds one of the above, read again when it changes.
 */
export function clockFrom(spec: string | undefined, real: () => number = Date.now): Clock {
  if (spec?.startsWith("file:")) return fileClock(spec.slice("file:".length), real);
  const text = spec?.trim() ?? "";
  if (text === "") return { now: () => new Date(real()) };
  const [domain, anchor, ...rest] = text.split("@");
  if (rest.length > 0) throw new Error(`Not a clock: "${text}"`);
  const start = instant(domain, text);
  if (anchor === undefined) return { now: () => new Date(start) };
  const shift = start - instant(anchor, text);
  return { now: () => new Date(real() + shift) };
}

const LOOK_AGAIN_MS = 500;

function fileClock(path: string, real: () => number): Clock {
  let clock: Clock | undefined;
  let version = "";
  let lookAt = 0;
  return {
    now() {
      if (!clock || performance.now() >= lookAt) {
        lookAt = performance.now() + LOOK_AGAIN_MS;
        const { mtimeMs, size, ino } = statSync(path);
        const found = `${mtimeMs}/${size}/${ino}`;
        if (!clock || found !== version) clock = clockFrom(readFileSync(path, "utf8").trim(), real);
        version = found;
      }
      return clock.now();
    },
  };
}

/** An offset is required: "2020-05-18T09:00" would mean another instant on each machine. */
function instant(text: string | undefined, spec: string): number {
  const value = /(Z|[+-]\d{2}:?\d{2})$/.test(text ?? "") ? Date.parse(text ?? "") : Number.NaN;
  if (Number.isNaN(value)) {
    throw new Error(`Not a clock: "${spec}" (an ISO instant with its offset, or two of them joined by @)`);
  }
  return value;
}
