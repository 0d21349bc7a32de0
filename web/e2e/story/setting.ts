import { personaFor } from "../../../services/kit/dev/personas.ts";
import type { Trame } from "../../../services/kit/dev/supervisor.ts";
import type { Look } from "../browser.ts";
import { type Actor, personAt } from "./person.ts";

/** What the story is lived on, and how it is looked at. */
export interface Setting {
  trame: Trame;
  look: Look;
  /** The school year of this life's campaign: another one for each life on the same data. */
  turn: string;
  /** Where what is wrong with a page is written down. */
  faults: string[];
}

export const ROLES = [
  "programme",
  "inspector-general",
  "expert",
  "dan",
  "referent",
  "pilot",
  "cardie",
  "teacher",
  "editor",
  "analyst",
] as const;

export type Cast = Record<(typeof ROLES)[number], Actor>;

/** One browser each, open from the first step to the last. */
export async function withCast({ trame, look, faults }: Setting, live: (cast: Cast) => Promise<void>): Promise<void> {
  const cast: Partial<Cast> = {};
  try {
    const signIn = async (role: (typeof ROLES)[number]) => {
      cast[role] = await personAt(trame, role, look, faults);
    };
    const entered = await Promise.allSettled(ROLES.map(signIn));
    for (const one of entered) if (one.status === "rejected") throw one.reason;
    await live(cast as Cast);
  } finally {
    await Promise.all(Object.values(cast).map((person) => person.close()));
  }
}

/** As the directory knows them. */
export const nameOf = (who: string): string => personaFor(who).name;

export const titles = ({ turn }: Setting) => ({
  theme: `Mesurer pour comprendre (${turn})`,
  project: `Capteurs au lycée (${turn})`,
  scenario: `Un capteur pour la haie (${turn})`,
  issue: `Des mesures et des haies (${turn})`,
  meeting: `Première réunion de l’équipe (${turn})`,
});

const DAY = 86_400_000;

export async function now({ urls }: Trame): Promise<Date> {
  const answer = (await (await fetch(`${urls.oidc}/dev/clock`)).json()) as { now: string };
  return new Date(answer.now);
}

/** As a `datetime-local` field takes it, in Paris. */
export const inParis = (at: Date): string =>
  new Intl.DateTimeFormat("sv-SE", { timeZone: "Europe/Paris", dateStyle: "short", timeStyle: "short" })
    .format(at)
    .replace(" ", "T");

export const later = (from: Date, days: number): Date => new Date(from.getTime() + days * DAY);

/** As a `date` field takes it. */
export const dayOf = (at: Date): string => inParis(at).slice(0, 10);

/** The coming day of that name on the programme's clock. */
export async function next({ trame }: Setting, monthAndDay: string): Promise<Date> {
  const from = await now(trame);
  const thisYear = new Date(`${from.getFullYear()}-${monthAndDay}T09:00:00+02:00`);
  return thisYear > from ? thisYear : new Date(`${from.getFullYear() + 1}-${monthAndDay}T09:00:00+02:00`);
}

/** The programme's clock goes forward; processes look at its file twice a second. */
export async function passTo({ urls }: Trame, instant: Date): Promise<void> {
  const body = JSON.stringify({ now: instant.toISOString() });
  await fetch(`${urls.oidc}/dev/clock`, { method: "POST", headers: { "content-type": "application/json" }, body });
  await new Promise((resolve) => setTimeout(resolve, 1_200));
}
