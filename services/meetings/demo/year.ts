import type { Demo } from "@trame/kit/demo";
import type { Db, Tx } from "../src/database.ts";
import { academicYear } from "./academic.ts";
import { nationalYear } from "./national.ts";

/** The school year 2019-2020: the meetings of each launched theme and of its teams, with what they left behind. */
export async function year(demo: Demo<Tx, Db>): Promise<void> {
  const themes = await demo.db.theme.findMany({
    where: { launched: true, startsOn: { lte: "2019-10-01" }, endsOn: { gte: "2020-05-18" } },
    orderBy: { id: "asc" },
  });
  const themeIds = themes.map(({ id }) => id);
  const projects = await demo.db.project.findMany({
    where: { themeId: { in: themeIds }, state: { not: "ABANDONED" } },
    orderBy: { id: "asc" },
  });
  await nationalYear(demo, themes, projects);
  await academicYear(demo, projects);
}
