import type { Actor } from "@trame/kit/actor";
import { dayIn, midnight, nextDay } from "@trame/kit/day";
import type { Scope } from "@trame/kit/rights";
import { task } from "@trame/kit/task";
import type { Db } from "../database.ts";
import { family, labelOf } from "../domain/academy.ts";
import type { Gap } from "../domain/composition.ts";
import { nameOf, type Role } from "../domain/role.ts";
import { type Appointment, policy } from "../policy.ts";
import { toAcademicGroup, toNationalGroup } from "./groups.ts";
import type { Academies } from "./loaders.ts";

const MOST_TASKS = 50;

/** What remedies each gap; null where mandates have to end, which is looked at case by case. */
const remedies: Record<string, Appointment | "giveDasenAgreement"> = {
  NO_REFERENT: "REFERENT",
  ACADEMY_WITHOUT_REFERENT: "REFERENT",
  SEVERAL_REFERENTS: "REFERENT",
  TOO_FEW_TEACHERS: "TEACHER",
  NO_DEPARTEMENT: "TEACHER",
  NO_PILOT: "PILOT",
  NO_CARDIE: "CARDIE_OF_GROUP",
  SEVERAL_CARDIE: "CARDIE_OF_GROUP",
  NO_IEN: "IEN",
  NO_DASEN_AGREEMENT: "giveDasenAgreement",
  NO_INSPECTOR_GENERAL: "INSPECTOR_GENERAL",
  SEVERAL_INSPECTORS_GENERAL: "INSPECTOR_GENERAL",
  NO_EXPERT: "EXPERT",
  TOO_MANY_EXPERTS: "EXPERT",
};

/** The gaps that the person may remedy, in groups within his or her scope. */
export async function peopleTasks(db: Db, actor: Actor, academies: Academies, at: Date) {
  const known = [...academies.values()];
  const scopes = actor.mandates.flatMap(({ academyCode }) => (academyCode ? family(known, academyCode) : []));
  const everywhere = policy.holds(actor, "PROGRAMME");
  const where = everywhere ? { complete: false } : { academyCode: { in: scopes } };
  const groups =
    scopes.length > 0 || everywhere ? await db.academicGroup.findMany({ where, orderBy: { id: "asc" } }) : [];
  const themes = await db.theme.findMany({ select: { id: true, title: true } });
  const titles = new Map(themes.map(({ id, title }) => [id, title]));
  const academic = groups.map(toAcademicGroup).flatMap((group) => {
    const academy = academies.get(group.academyCode);
    const where = `${academy ? labelOf(academy, dayIn(at)) : ""} — ${titles.get(group.themeId) ?? ""}`;
    const scope = { academyCodes: family(known, group.academyCode), themeId: group.themeId };
    return tasksFor(actor, { ...group, page: `/espace/groupes/${group.id}` }, scope, where);
  });
  const national = everywhere ? await nationalTasks(db, actor, titles) : [];
  return [...(await invitationTasks(db, actor, academies, titles)), ...national, ...academic].slice(0, MOST_TASKS);
}

/** What the person is asked to take on, until the last day to answer. */
async function invitationTasks(db: Db, actor: Actor, academies: Academies, titles: ReadonlyMap<string, string>) {
  if (!actor.personId) return [];
  const rows = await db.mandate.findMany({
    where: { personId: actor.personId, state: "INVITED" },
    orderBy: [{ answerBy: "asc" }, { id: "asc" }],
  });
  return rows.map(({ id, role, themeId, academyCode, answerBy }) => {
    const timeZone = academies.get(academyCode ?? "")?.timeZone;
    return task("ANSWER_INVITATION", id, {
      title: "Répondre à une invitation à siéger",
      detail: [nameOf[role as Role], titles.get(themeId ?? "")].filter(Boolean).join(" — "),
      href: "/espace/mandats",
      dueAt: answerBy ? midnight(nextDay(answerBy), timeZone) : null,
      timeZone,
    });
  });
}

async function nationalTasks(db: Db, actor: Actor, titles: ReadonlyMap<string, string>) {
  const rows = await db.nationalGroup.findMany({ where: { complete: false }, orderBy: { id: "asc" } });
  return rows.map(toNationalGroup).flatMap((group) => {
    const page = `/espace/groupes-nationaux/${group.id}`;
    return tasksFor(actor, { ...group, page }, { themeId: group.themeId }, titles.get(group.themeId) ?? "");
  });
}

function tasksFor(
  actor: Actor,
  group: { id: string; page: string; gaps: readonly Gap[] },
  scope: Scope,
  where: string,
) {
  return group.gaps
    .filter(({ code, subject }) => {
      const action = remedies[code];
      return action !== undefined && policy.may(actor, action, { ...scope, departement: subject ?? undefined });
    })
    .map(({ code, subject, remedy, message }) =>
      task(code, [group.id, subject].filter(Boolean).join("/"), {
        title: remedy,
        detail: `${where} : ${message}`,
        href: group.page,
      }),
    );
}
