import type { Actor } from "@trame/kit/actor";
import { addDays, dayIn, frenchDay, midnight } from "@trame/kit/day";
import { type Task, task } from "@trame/kit/task";
import type { Db } from "../database.ts";
import { type Academies, places } from "./access.ts";

/** What pay expects of a person: to attest, to correct, to order (R89, R90). */
export async function payTasksOf(db: Db, actor: Actor, academies: Academies, at: Date): Promise<Task[]> {
  return (await Promise.all([attestations(db, actor, academies, at), orders(db, actor)])).flat();
}

async function attestations(db: Db, actor: Actor, academies: Academies, at: Date): Promise<Task[]> {
  const today = dayIn(at);
  const open = { state: "PLANNED", opensOn: { lte: today }, closesOn: { gte: today } };
  const rows = await db.instalment.findMany({
    where: { AND: [places(actor, "attestService", academies), { OR: [open, { state: "REJECTED" }] }] },
    orderBy: [{ closesOn: "asc" }, { id: "asc" }],
    take: 50,
  });
  const projects = await db.project.findMany({ where: { id: { in: rows.map(({ projectId }) => projectId) } } });
  const titles = new Map(projects.map(({ id, title }) => [id, title]));
  return rows.map(({ id, projectId, state, number, closesOn }) =>
    task(state === "REJECTED" ? "pay-correct" : "pay-attest", id, {
      title:
        state === "REJECTED" ? "Corriger un versement rejeté" : `Attester le service fait du versement n° ${number}`,
      detail: titles.get(projectId) ?? null,
      // The whole last day is left.
      dueAt: state === "REJECTED" ? null : midnight(addDays(closesOn, 1)),
      href: `/espace/versements/${id}`,
    }),
  );
}

async function orders(db: Db, actor: Actor): Promise<Task[]> {
  if (!actor.mandates.some(({ role }) => role === "PROGRAMME")) return [];
  const where = { state: "ATTESTED" };
  const waiting = await db.instalment.count({ where });
  if (waiting === 0) return [];
  const { closesOn } = (await db.instalment.findFirst({ where, orderBy: { closesOn: "asc" } })) ?? {};
  return [
    task("pay-order", "instalments", {
      title: `Ordonner ${waiting} ${waiting === 1 ? "versement attesté" : "versements attestés"}`,
      detail: closesOn ? `Le premier est à ordonner au plus tard le ${frenchDay(closesOn)}.` : null,
      href: "/espace/versements?etat=ATTESTED",
    }),
  ];
}
