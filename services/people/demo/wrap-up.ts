import { acting } from "@trame/kit/demo";
import { stableId } from "@trame/kit/id";
import { appoint, endMandate } from "../src/store/appointments.ts";
import { toMandate } from "../src/store/mandates.ts";
import { plan, type Stage } from "./persons.ts";

/** What the year changed in the teams: a référente on leave is replaced in March 2020. */
export async function wrapUp(demo: Stage): Promise<void> {
  const team = plan().teams.find(({ n, retained, flaw, rank }) => n === 4 && retained && flaw === null && rank > 1);
  if (!team) return;
  const where = { themeId: team.themeId, academyCode: team.academyCode };
  const id = stableId("demo-mandate", "replacement", team.themeId);
  if (await demo.db.mandate.findUnique({ where: { id } })) return;
  const referent = await demo.db.mandate.findFirst({ where: { ...where, role: "REFERENT" } });
  const pilot = await demo.db.mandate.findFirst({ where: { ...where, role: "PILOT" } });
  const teacher = await demo.db.mandate.findFirst({ where: { ...where, role: "TEACHER" }, orderBy: { id: "asc" } });
  if (!referent || !pilot || !teacher) return;
  const by = acting(pilot.personId, { role: "PILOT", ...where });
  await demo.commit(by, new Date("2020-03-14T10:00:00+01:00"), (tx, command) =>
    endMandate(tx, command, referent.id, { endsOn: "2020-03-13", reason: "Congé de maternité" }),
  );
  const { personId, degree, track, disciplineCode, departement, implementsInClass } = toMandate(teacher);
  await demo.commit(by, new Date("2020-03-16T09:00:00+01:00"), (tx, command) =>
    appoint(tx, command, {
      id,
      personId,
      role: "REFERENT",
      ...where,
      degree,
      track,
      disciplineCode,
      departement,
      implementsInClass,
      corps: null,
      startsOn: "2020-03-16",
      endsOn: "2020-08-31",
      designation: "Remplacement",
    }),
  );
  demo.say("Un remplacement de référent·e");
}
