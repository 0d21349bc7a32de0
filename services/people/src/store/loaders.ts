import { countByKey, manyByKey, oneByKey } from "@trame/kit/batch";
import type { Db } from "../database.ts";
import type { Academy } from "../domain/academy.ts";
import { allAcademies } from "./academies.ts";
import { toErasure } from "./erasures.ts";
import { toAcademicGroup, toNationalGroup } from "./groups.ts";
import { toMandate } from "./mandates.ts";
import { toPartner } from "./partners.ts";
import { toPerson } from "./persons.ts";

/** Whatever a request asks for many times is read once: one statement per kind, however long the list. */
export function createLoaders(db: Db) {
  const among = (ids: readonly string[]) => ({ in: [...ids] });
  return {
    /** All of them: a nomenclature. */
    academies: lazily(async () => new Map((await allAcademies(db)).map((academy) => [academy.id, academy]))),
    person: oneByKey(
      async (ids) => (await db.person.findMany({ where: { id: among(ids) } })).map(toPerson),
      ({ id }) => id,
    ),
    mandate: oneByKey(
      async (ids) => (await db.mandate.findMany({ where: { id: among(ids) } })).map(toMandate),
      ({ id }) => id,
    ),
    mandatesOfPerson: manyByKey(
      async (ids) =>
        (
          await db.mandate.findMany({
            where: { personId: among(ids) },
            orderBy: [{ startsOn: "desc" }, { role: "asc" }, { id: "asc" }],
          })
        ).map(toMandate),
      ({ personId }) => personId,
    ),
    /** Whose place a mandate took. */
    predecessorOf: oneByKey(
      async (ids) => (await db.mandate.findMany({ where: { successorId: among(ids) } })).map(toMandate),
      ({ successorId }) => successorId ?? "",
    ),
    partnersOfGroup: manyByKey(
      async (ids) =>
        (
          await db.partner.findMany({
            where: { groupId: among(ids) },
            orderBy: [{ endedOn: { sort: "asc", nulls: "first" } }, { name: "asc" }, { id: "asc" }],
          })
        ).map(toPartner),
      ({ groupId }) => groupId,
    ),
    hasAccount: countByKey(async (ids) =>
      (await db.identity.groupBy({ by: ["personId"], where: { personId: among(ids) }, _count: true })).map((row) => ({
        key: row.personId,
        count: row._count,
      })),
    ),
    erasure: oneByKey(
      async (ids) => (await db.erasure.findMany({ where: { id: among(ids) } })).map(toErasure),
      ({ id }) => id,
    ),
    correction: oneByKey(
      async (ids) => db.correction.findMany({ where: { id: among(ids) } }),
      ({ id }) => id,
    ),
    /** Of each academy, the last that began first. */
    dansOfAcademy: manyByKey(
      async (codes) =>
        (
          await db.mandate.findMany({
            where: { role: "DAN", academyCode: among(codes) },
            orderBy: [{ startsOn: "desc" }, { id: "asc" }],
          })
        ).map(toMandate),
      ({ academyCode }) => academyCode ?? "",
    ),
    academicGroup: oneByKey(
      async (ids) => (await db.academicGroup.findMany({ where: { id: among(ids) } })).map(toAcademicGroup),
      ({ id }) => id,
    ),
    groupOfProject: oneByKey(
      async (ids) => (await db.academicGroup.findMany({ where: { projectId: among(ids) } })).map(toAcademicGroup),
      ({ projectId }) => projectId,
    ),
    groupsOfTheme: manyByKey(
      async (ids) =>
        (
          await db.academicGroup.findMany({
            where: { themeId: among(ids) },
            orderBy: [{ academyCode: "asc" }, { id: "asc" }],
          })
        ).map(toAcademicGroup),
      ({ themeId }) => themeId,
    ),
    nationalGroup: oneByKey(
      async (ids) => (await db.nationalGroup.findMany({ where: { id: among(ids) } })).map(toNationalGroup),
      ({ id }) => id,
    ),
    nationalGroupOfTheme: oneByKey(
      async (ids) => (await db.nationalGroup.findMany({ where: { themeId: among(ids) } })).map(toNationalGroup),
      ({ themeId }) => themeId,
    ),
  };
}

export type Academies = ReadonlyMap<string, Academy>;
export type Loaders = ReturnType<typeof createLoaders>;

function lazily<T>(load: () => Promise<T>): () => Promise<T> {
  let loaded: Promise<T> | undefined;
  return () => (loaded ??= load());
}
