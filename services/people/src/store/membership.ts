import type { Db } from "../database.ts";
import type { AcademicGroup, NationalGroup } from "../domain/group.ts";
import { toAcademicGroup, toNationalGroup } from "./groups.ts";

const seated = (personId: string) => ({ seats: { array_contains: [{ personId }] } });

/** The academic groups in which the person sits. */
export async function academicGroupsOf(db: Db, personId: string): Promise<AcademicGroup[]> {
  const rows = await db.academicGroup.findMany({
    where: seated(personId),
    orderBy: [{ openedOn: "desc" }, { id: "asc" }],
  });
  return rows.map(toAcademicGroup);
}

/** The national groups in which the person sits, or his or her team does (R27). */
export async function nationalGroupsOf(db: Db, personId: string): Promise<NationalGroup[]> {
  const teams = await db.academicGroup.findMany({ where: seated(personId), select: { themeId: true } });
  const rows = await db.nationalGroup.findMany({
    where: { OR: [seated(personId), { themeId: { in: teams.map(({ themeId }) => themeId) } }] },
    orderBy: [{ openedOn: "desc" }, { id: "asc" }],
  });
  return rows.map(toNationalGroup);
}
