import type { Mandate } from "./mandate.ts";

/** Diversity of approaches in a national group (R29): distinct persons, over the teams of its academies. */
export interface Diversity {
  academies: number;
  disciplines: number;
  firstDegreeTeachers: number;
  secondDegreeTeachers: number;
  vocationalTeachers: number;
}

type Member = Pick<Mandate, "personId" | "role" | "academyCode" | "disciplineCode" | "degree" | "track">;

export function diversityOf(members: readonly Member[]): Diversity {
  const teachers = members.filter(({ role }) => role === "TEACHER" || role === "REFERENT");
  const persons = (holds: (member: Member) => boolean) =>
    new Set(teachers.filter(holds).map(({ personId }) => personId)).size;
  const values = (of: (member: Member) => string | null) => new Set(teachers.map(of).filter(Boolean)).size;
  return {
    academies: values(({ academyCode }) => academyCode),
    disciplines: values(({ disciplineCode }) => disciplineCode),
    firstDegreeTeachers: persons(({ degree }) => degree === "FIRST"),
    secondDegreeTeachers: persons(({ degree }) => degree === "SECOND"),
    vocationalTeachers: persons(({ track }) => track === "VOCATIONAL"),
  };
}
