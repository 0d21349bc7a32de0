import { acting, type Demo, roll } from "@trame/kit/demo";
import { stableId } from "@trame/kit/id";
import type { Db, Tx } from "../src/database.ts";
import { nameLeadAcademy, proposeLeadAcademy, setWorkPlan } from "../src/store/themework.ts";
import { launchTheme } from "../src/store/years.ts";
import { themes2019 } from "./themes.ts";

const LEAD_REASON =
  "L'académie conduit depuis trois ans des travaux sur ce sujet et forme ses formateurs avec les ressources produites.";

/** September 2019: the themes whose groups and reviews are there are launched, with their work plan. */
export async function launch(demo: Demo<Tx, Db>): Promise<void> {
  const { db } = demo;
  await demo.each("Thèmes lancés", themes2019, async ({ n }) => {
    const themeId = stableId("demo-theme", "2019-2020", String(n));
    const theme = await db.theme.findUniqueOrThrow({ where: { id: themeId } });
    if (theme.state !== "CLOSED") return;
    const expert = await db.mandate.findFirstOrThrow({ where: { role: "EXPERT", themeId }, orderBy: { id: "asc" } });
    const office = await db.mandate.findFirstOrThrow({ where: { role: "PROGRAMME" }, orderBy: { id: "asc" } });
    const programme = acting(office.personId, { role: "PROGRAMME" });
    const day = (from: string, days: number) =>
      new Date(Date.parse(from) + days * 86_400_000).toISOString().slice(0, 10);
    const milestones = [
      { title: "Réunion nationale de lancement au ministère", dueOn: day("2019-10-01", roll(10, themeId)) },
      { title: "Premières séquences éprouvées en classe", dueOn: day("2019-12-02", roll(14, themeId)) },
      { title: "Premier point d'étape à distance", dueOn: day("2020-01-20", roll(12, themeId)) },
      { title: "Second point d'étape à distance", dueOn: day("2020-03-30", roll(5, themeId)) },
      { title: "Scénarios publiés et indexés", dueOn: "2020-05-29" },
      { title: "Bilan de l'année", dueOn: "2020-06-30" },
    ];
    await demo.commit(
      acting(expert.personId, { role: "EXPERT", themeId }),
      new Date("2019-08-29T10:00:00+02:00"),
      (tx, command) => setWorkPlan(tx, command, themeId, milestones),
    );
    if (n % 4 === 1) {
      const lead = await db.project.findFirst({ where: { themeId }, orderBy: { id: "asc" } });
      const code = lead?.academyCode ?? "14";
      const asExpert = acting(expert.personId, { role: "EXPERT", themeId });
      await demo.commit(asExpert, new Date("2019-08-29T15:00:00+02:00"), (tx, command) =>
        proposeLeadAcademy(tx, command, themeId, { code, reason: LEAD_REASON }),
      );
      await demo.commit(programme, new Date("2019-08-30T10:00:00+02:00"), (tx, command) =>
        nameLeadAcademy(tx, command, themeId, { code, reason: LEAD_REASON }),
      );
    }
    await demo.commit(programme, new Date("2019-09-02T09:00:00+02:00"), (tx, command) =>
      launchTheme(tx, command, themeId),
    );
  });
}
