import fc from "fast-check";
import {
  checkAcademic,
  checkNational,
  isComplete,
  type NationalSeat,
  type RetainedAcademy,
  type Team,
  type TeamSeat,
} from "../src/domain/composition.ts";
import { diversityOf } from "../src/domain/diversity.ts";
import type { Degree, Role } from "../src/domain/role.ts";

const seat = (personId: string, role: Role, more: Partial<TeamSeat> = {}): TeamSeat => ({
  personId,
  role,
  degree: role === "TEACHER" ? "SECOND" : null,
  implementsInClass: role === "TEACHER",
  departement: null,
  ...more,
});

const team = (...seats: TeamSeat[]): Team => ({ seats, agreements: [] });
const whole = [
  seat("r", "REFERENT"),
  seat("p", "PILOT"),
  seat("c", "CARDIE"),
  seat("a", "TEACHER"),
  seat("b", "TEACHER"),
  seat("d", "TEACHER"),
];
const codes = (gaps: { code: string }[]) => gaps.map(({ code }) => code);
const without = (...roles: Role[]) => team(...whole.filter(({ role }) => !roles.includes(role)));
const rennes: RetainedAcademy = { code: "14", label: "académie de Rennes", family: ["14"] };

test("R30, R34, R40: a référent, a pilot, a CARDIE and three teachers are a whole group", () => {
  expect(checkAcademic(team(...whole))).toEqual([]);
});

test("R32: two implementing teachers are incomplete, three are complete", () => {
  const two = team(...whole.slice(0, -1));
  expect(checkAcademic(two)).toMatchObject([
    { code: "TOO_FEW_TEACHERS", severity: "BLOCKING", requirement: "R32", message: expect.stringContaining("2") },
  ]);
  expect(isComplete(checkAcademic(team(...whole)))).toBe(true);
});

test("R32: the référent counts only when he or she implements, and counts once", () => {
  const two = whole.slice(1, -1);
  expect(codes(checkAcademic(team(seat("r", "REFERENT"), ...two)))).toEqual(["TOO_FEW_TEACHERS"]);
  expect(checkAcademic(team(seat("r", "REFERENT", { implementsInClass: true }), ...two))).toEqual([]);
  const twice = team(seat("a", "REFERENT", { implementsInClass: true }), ...two);
  expect(codes(checkAcademic(twice))).toEqual(["TOO_FEW_TEACHERS"]);
});

test("R31: a missing pilot is a warning that blocks nothing", () => {
  const gaps = checkAcademic(without("PILOT"));
  expect(gaps).toMatchObject([{ code: "NO_PILOT", severity: "WARNING", requirement: "R31" }]);
  expect(isComplete(gaps)).toBe(true);
});

test("R30: several pilots of several corps may steer together", () => {
  expect(checkAcademic(team(...whole, seat("p2", "PILOT")))).toEqual([]);
});

test("R34: a group without référent is incomplete", () => {
  expect(codes(checkAcademic(without("REFERENT")))).toEqual(["NO_REFERENT"]);
});

test("R40: exactly one CARDIE representative", () => {
  expect(codes(checkAcademic(without("CARDIE")))).toEqual(["NO_CARDIE"]);
  expect(codes(checkAcademic(team(...whole, seat("c2", "CARDIE"))))).toEqual(["SEVERAL_CARDIE"]);
});

test("R41, R42: with a first-degree teacher, an IEN and the agreement of each département concerned", () => {
  const ecole = [
    seat("e", "TEACHER", { degree: "FIRST", departement: "35" }),
    seat("f", "TEACHER", { degree: "FIRST", departement: "22" }),
  ];
  const asked = { seats: [...whole, ...ecole], agreements: [] };
  expect(checkAcademic(asked)).toMatchObject([
    { code: "NO_IEN", requirement: "R41", whoCanAct: ["DAN"] },
    { code: "NO_DASEN_AGREEMENT", requirement: "R42", subject: "22", whoCanAct: ["DASEN"] },
    { code: "NO_DASEN_AGREEMENT", requirement: "R42", subject: "35" },
  ]);
  const seats = [...asked.seats, seat("i", "IEN")];
  const answered = (granted: boolean) => ({
    seats,
    agreements: [
      { departement: "22", granted: true },
      { departement: "35", granted },
    ],
  });
  expect(codes(checkAcademic(answered(false)))).toEqual(["DASEN_REFUSED"]);
  expect(checkAcademic(answered(true))).toEqual([]);
});

test("R42: without the first degree no agreement is asked, and none is missed", () => {
  expect(checkAcademic({ seats: whole, agreements: [{ departement: "35", granted: false }] })).toEqual([]);
});

const anyRole = fc.constantFrom<Role>("REFERENT", "PILOT", "TEACHER", "CARDIE", "IEN");
const anySeat: fc.Arbitrary<TeamSeat> = fc.record({
  personId: fc.constantFrom("a", "b", "c", "d", "e", "f"),
  role: anyRole,
  degree: fc.constantFrom<Degree | null>("FIRST", "SECOND", null),
  implementsInClass: fc.boolean(),
  departement: fc.constantFrom("22", "35", null),
});
const anyTeam = fc.record({
  seats: fc.array(anySeat, { maxLength: 12 }),
  agreements: fc.uniqueArray(fc.record({ departement: fc.constantFrom("22", "35"), granted: fc.boolean() }), {
    selector: ({ departement }) => departement,
  }),
});

/** The rules once more, as the specification words them, in the other direction: what a valid group has. */
function isValidTeam({ seats, agreements }: Team): boolean {
  const persons = (...roles: Role[]) => seats.filter(({ role }) => roles.includes(role));
  const names = (found: readonly TeamSeat[]) => [...new Set(found.map(({ personId }) => personId))];
  const classroom = names(persons("TEACHER", "REFERENT").filter((one) => one.implementsInClass)).length;
  const primary = persons("TEACHER", "REFERENT").filter((one) => one.degree === "FIRST");
  const agreed = (one: TeamSeat) =>
    agreements.some(({ departement, granted }) => granted && departement === one.departement);
  return (
    names(persons("REFERENT")).length > 0 &&
    classroom > 2 &&
    names(persons("CARDIE")).length === 1 &&
    (primary.length === 0 || (persons("IEN").length > 0 && primary.every(agreed)))
  );
}

test("R32, R34, R40, R41, R42: the check agrees with the specification's words on any group", () => {
  fc.assert(
    fc.property(anyTeam, (any) => {
      expect(isComplete(checkAcademic(any))).toBe(isValidTeam(any));
    }),
    { numRuns: 3000 },
  );
});

test("R28: no mix of degrees, tracks or disciplines is ever a gap of its own", () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom<Degree | null>("SECOND", null), { minLength: 3, maxLength: 6 }), (degrees) => {
      const teachers = degrees.map((degree, n) => seat(`t${n}`, "TEACHER", { degree }));
      expect(checkAcademic({ ...without("TEACHER"), seats: [...without("TEACHER").seats, ...teachers] })).toEqual([]);
    }),
  );
});

test("R22: exactly one inspecteur général", () => {
  const expert: NationalSeat = { personId: "x", role: "EXPERT", academyCode: null };
  const inspector = (personId: string): NationalSeat => ({ personId, role: "INSPECTOR_GENERAL", academyCode: null });
  expect(codes(checkNational([expert], []))).toEqual(["NO_INSPECTOR_GENERAL"]);
  expect(checkNational([expert, inspector("i")], [])).toEqual([]);
  expect(codes(checkNational([expert, inspector("i"), inspector("j")], []))).toEqual(["SEVERAL_INSPECTORS_GENERAL"]);
});

test("R25: one or two experts; 0 or 3 is refused", () => {
  const inspector: NationalSeat = { personId: "i", role: "INSPECTOR_GENERAL", academyCode: null };
  const experts = (n: number) =>
    Array.from({ length: n }, (_, i): NationalSeat => ({ personId: `x${i}`, role: "EXPERT", academyCode: null }));
  expect([0, 1, 2, 3].map((n) => codes(checkNational([inspector, ...experts(n)], [])))).toEqual([
    ["NO_EXPERT"],
    [],
    [],
    ["TOO_MANY_EXPERTS"],
  ]);
});

test("R23: a retained academy without référent is a gap that names it", () => {
  const gaps = checkNational(
    [
      { personId: "i", role: "INSPECTOR_GENERAL", academyCode: null },
      { personId: "x", role: "EXPERT", academyCode: null },
    ],
    [rennes],
  );
  expect(gaps).toMatchObject([
    { code: "ACADEMY_WITHOUT_REFERENT", requirement: "R23", message: expect.stringContaining("académie de Rennes") },
  ]);
});

test("R22, R23, R25: the national check agrees with the specification's words on any group", () => {
  const academies = ["14", "05", "21"].map((code): RetainedAcademy => {
    return { code, label: code, family: code === "14" ? ["14"] : [code, "70"] };
  });
  const anyNational = fc.array(
    fc.record({
      personId: fc.constantFrom("a", "b", "c", "d"),
      role: fc.constantFrom<Role>("INSPECTOR_GENERAL", "EXPERT", "REFERENT"),
      academyCode: fc.constantFrom("14", "05", "21", "70", null),
    }),
    { maxLength: 9 },
  );
  const size = (seats: NationalSeat[]) => new Set(seats.map(({ personId }) => personId)).size;
  fc.assert(
    fc.property(anyNational, fc.subarray(academies), (seats, retained) => {
      const valid =
        size(seats.filter(({ role }) => role === "INSPECTOR_GENERAL")) === 1 &&
        [1, 2].includes(size(seats.filter(({ role }) => role === "EXPERT"))) &&
        retained.every(({ family }) => {
          const theirs = seats.filter((one) => one.role === "REFERENT" && family.includes(one.academyCode ?? ""));
          return size(theirs) === 1;
        });
      expect(isComplete(checkNational(seats, retained))).toBe(valid);
    }),
    { numRuns: 3000 },
  );
});

test("R29: diversity counts distinct persons, academies and disciplines", () => {
  const member = (personId: string, more: object) => ({
    personId,
    role: "TEACHER" as const,
    academyCode: "14",
    disciplineCode: "svt",
    degree: "SECOND" as const,
    track: "GENERAL" as const,
    ...more,
  });
  expect(
    diversityOf([
      member("a", {}),
      member("a", { role: "REFERENT" }),
      member("b", { degree: "FIRST", disciplineCode: "premier-degre" }),
      member("c", { track: "VOCATIONAL", academyCode: "24" }),
      member("d", { role: "PILOT", academyCode: "25" }),
    ]),
  ).toEqual({ academies: 2, disciplines: 2, firstDegreeTeachers: 1, secondDegreeTeachers: 2, vocationalTeachers: 1 });
});
