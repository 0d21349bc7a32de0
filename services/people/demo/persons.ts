import { systemActor } from "@trame/kit/actor";
import { acting, type Demo } from "@trame/kit/demo";
import { stableId } from "@trame/kit/id";
import type { Db, Tx } from "../src/database.ts";
import { readAcademies } from "../src/nomenclature.ts";
import { appoint } from "../src/store/appointments.ts";
import { bindIdentity, recordPerson } from "../src/store/persons.ts";
import type { Member } from "./cast.ts";
import { type Plan, type PlannedMandate, planOf } from "./plan.ts";

export type Stage = Demo<Tx, Db>;

const size = () => (process.env.TRAME_DEMO_SIZE === "small" ? "small" : "full");
const CHUNK = 20;

/** Themes are proposed in a later stage: only the system may appoint ahead of them. */
export const loader = systemActor("people");

export const plan = (): Plan => planOf(readAcademies(), size());

/** Everybody, and every mandate that a group does not give by itself. */
export async function persons(demo: Stage): Promise<void> {
  const { persons: all, mandates } = plan();
  const known = new Set((await demo.db.person.findMany({ select: { id: true } })).map(({ id }) => id));
  await recordAll(
    demo,
    all.filter(({ id }) => !known.has(id)),
  );
  await giveAll(demo, mandates);
}

async function recordAll(demo: Stage, all: readonly Member[]): Promise<void> {
  const admin = acting(stableId("demo-person", "admin"), { role: "ADMIN" });
  await demo.each("Personnes, par vingt", chunks(all), (chunk) =>
    demo.commit(admin, new Date("2019-02-04T09:00:00+01:00"), async (tx, command) => {
      for (const { sub, discipline: _d, departement: _p, degree: _g, track: _t, ...person } of chunk) {
        await recordPerson(tx, command, person);
        // Of any provider: the development provider's address depends on its port.
        if (sub) await bindIdentity(tx, "*", sub, person.id);
      }
    }),
  );
}

export async function giveAll(demo: Stage, mandates: readonly PlannedMandate[]): Promise<void> {
  const known = new Set((await demo.db.mandate.findMany({ select: { id: true } })).map(({ id }) => id));
  const missing = mandates.filter(({ mandate }) => !known.has(mandate.id));
  // A theme's mandates one after the other: two transactions that each hold what the other waits for would deadlock.
  await demo.each("Mandats, par thème", byTheme(missing), async (theme) => {
    for (const chunk of chunks(theme)) {
      await demo.commit(loader, new Date(0), async (tx, command) => {
        for (const { mandate, at } of chunk) await appoint(tx, { ...command, at }, mandate);
      });
    }
  });
}

function byTheme(mandates: readonly PlannedMandate[]): PlannedMandate[][] {
  const themes = new Map<string | null, PlannedMandate[]>();
  for (const one of mandates) themes.set(one.mandate.themeId, [...(themes.get(one.mandate.themeId) ?? []), one]);
  return [...themes.values()];
}

function chunks<T>(items: readonly T[]): T[][] {
  const found: T[][] = [];
  for (let from = 0; from < items.length; from += CHUNK) found.push(items.slice(from, from + CHUNK));
  return found;
}
