import { existsSync, readFileSync } from "node:fs";
import { clockFrom } from "@trame/kit/clock";
import { writeWhole } from "./data-folder.ts";
import { DevFailure } from "./failure.ts";

/** Near the end of the campaign 2019-2020, with the call of 2020-2021 open. */
const BEGINNING = "2020-05-18T09:00:00+02:00";

/** Running since now. */
const running = (domain: string, real = new Date()) => `${domain}@${real.toISOString()}`;

const readSpec = (file: string) => readFileSync(file, "utf8").trim();

export const readClock = (file: string) => clockFrom(readSpec(file)).now();

/** The first start sets the clock; a later one goes on from where the last stop left it. `spec` is the kit's TRAME_NOW. */
export function startClock(file: string, spec?: string): void {
  if (spec) {
    demandClock(spec);
    writeWhole(file, `${spec}\n`);
  } else if (!existsSync(file)) {
    writeWhole(file, `${running(BEGINNING)}\n`);
  } else if (!readSpec(file).includes("@")) {
    writeWhole(file, `${running(readSpec(file))}\n`);
  }
}

/** A stopped Trame's clock stands still; one whose supervisor was killed simply went on. */
export const stopClock = (file: string) => writeWhole(file, `${readClock(file).toISOString()}\n`);

/** Forward only: what was done on a day cannot be undone by going back before it. */
export function moveClock(file: string, command: { advance?: string; now?: string }): Date {
  const from = readClock(file);
  const to = command.advance ? add(from, command.advance) : new Date(command.now ?? "");
  if (Number.isNaN(to.getTime())) throw new DevFailure('Attendu : {"advance":"P1D"} ou {"now":"<instant ISO>"}.');
  if (to < from) throw new DevFailure("L'horloge ne recule pas.");
  const stands = !readSpec(file).includes("@");
  writeWhole(file, `${stands ? to.toISOString() : running(to.toISOString())}\n`);
  return to;
}

function demandClock(spec: string): void {
  try {
    clockFrom(spec).now();
  } catch {
    throw new DevFailure(`TRAME_NOW=${spec} n'est pas une horloge, par exemple 2020-05-18T09:00:00+02:00.`);
  }
}

function add(from: Date, duration: string): Date {
  const found = /^P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/.exec(duration);
  if (!found) return new Date(Number.NaN);
  const [years = 0, months = 0, weeks = 0, days = 0, hours = 0, minutes = 0, seconds = 0] = found
    .slice(1)
    .map((part) => Number(part ?? 0));
  const to = new Date(from);
  to.setUTCFullYear(to.getUTCFullYear() + years, to.getUTCMonth() + months, to.getUTCDate() + weeks * 7 + days);
  to.setUTCSeconds(to.getUTCSeconds() + hours * 3600 + minutes * 60 + seconds);
  return to;
}
