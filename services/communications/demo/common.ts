import type { Actor } from "@trame/kit/actor";
import { acting, type Demo, roll } from "@trame/kit/demo";
import { stableId } from "@trame/kit/id";
import type { Db, Tx } from "../src/database.ts";

export type Stage = Demo<Tx, Db>;
export type Theme = Awaited<ReturnType<Db["theme"]["findMany"]>>[number];

/** The themes of 2019-2020 that have arrived: all sixteen, or the first ones of a small demonstration. */
export async function lastThemes({ db }: Stage): Promise<Theme[]> {
  const ids = Array.from({ length: 16 }, (_, index) => stableId("demo-theme", "2019-2020", String(index + 1)));
  const found = new Map((await db.theme.findMany({ where: { id: { in: ids } } })).map((theme) => [theme.id, theme]));
  return ids.flatMap((id) => found.get(id) ?? []);
}

/** The theme's experts, in a fixed order; each acts with the mandate of this theme. */
export async function expertsOf({ db }: Stage, themeId: string): Promise<Actor[]> {
  const mandates = await db.mandate.findMany({ where: { role: "EXPERT", themeId }, orderBy: { id: "asc" } });
  return mandates.map(({ personId }) => acting(personId, { role: "EXPERT", themeId }));
}

/** The editor of the letter. */
export async function editor({ db }: Stage): Promise<Actor> {
  const mandate = await db.mandate.findFirst({ where: { role: "EDITOR" }, orderBy: { id: "asc" } });
  if (!mandate) throw new Error("no mandate of an editor has arrived yet");
  return acting(mandate.personId, { role: "EDITOR" });
}

const DAY = 86_400_000;

/** A working hour of a day between two days, always the same for the same parts. */
export function moment(from: string, to: string, ...parts: (string | number)[]): Date {
  const start = Date.parse(`${from}T00:00:00Z`);
  const days = Math.max(1, Math.round((Date.parse(`${to}T00:00:00Z`) - start) / DAY));
  const day = new Date(start + roll(days, ...parts, "day") * DAY);
  // Saturday and Sunday move to Monday.
  const shift = day.getUTCDay() === 6 ? 2 : day.getUTCDay() === 0 ? 1 : 0;
  return new Date(
    day.getTime() + shift * DAY + (8 + roll(9, ...parts, "hour")) * 3_600_000 + roll(60, ...parts) * 60_000,
  );
}

/** A page of the stand-in for open sites: the demonstration points at no real site. */
export function sitePage(host: string, path: string): string {
  const sites = process.env.TRAME_SITES ?? "http://localhost:4030";
  return `${sites}/${host}/${path}`;
}

export const slug = (text: string): string =>
  text
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "")
    .slice(0, 60);

/** The words before the first mark of punctuation: what a theme is called in a sentence. */
export const shortTitle = (title: string): string => (title.split(/ ?[:;,(] ?/)[0] ?? title).trim();
