import { dayIn, midnight, nextDay } from "@trame/kit/day";
import { Refusals } from "@trame/kit/refusal";
import { labelOf } from "../src/domain/academy.ts";
import {
  appoint,
  begin,
  confirm,
  endMandate,
  evolveMandate,
  expire,
  inForce,
  type Mandate,
  type MandateFact,
  type NewMandate,
  type Surroundings,
} from "../src/domain/mandate.ts";
import { readAcademies } from "../src/nomenclature.ts";

const academies = readAcademies("localhost:4030");
const academy = (code: string) => {
  const found = academies.find(({ id }) => id === code);
  if (!found) throw new Error(code);
  return { ...found, version: 1 };
};

const given: NewMandate = {
  id: "m",
  personId: "p",
  role: "TEACHER",
  academyCode: "14",
  themeId: "t",
  disciplineCode: "svt",
  departement: "35",
  corps: null,
  degree: "SECOND",
  track: "GENERAL",
  implementsInClass: true,
  startsOn: "2019-09-01",
  endsOn: "2020-08-31",
  designation: null,
};
const around: Surroundings = { academy: academy("14"), themeKnown: true, rivals: [] };
const at = new Date("2019-09-16T08:00:00Z");
const rival = (role: Mandate["role"], personId = "other") => ({ personId, role });

const made = (facts: readonly MandateFact[]): Mandate => {
  let state: Mandate | null = null;
  for (const fact of facts) state = evolveMandate(state, fact);
  if (!state) throw new Error("nothing happened");
  return state;
};
const refused = (work: () => unknown): string[] => {
  try {
    work();
  } catch (error) {
    if (error instanceof Refusals) {
      return error.refusals.map(({ code, field, requirement }) => [code, requirement ?? field].join(" "));
    }
    throw error;
  }
  return [];
};
const types = (facts: readonly MandateFact[]) => facts.map(({ type }) => type);

test("a mandate begins at once when its first day has come, and waits when it has not", () => {
  expect(types(appoint(given, around, at))).toEqual(["MandateGiven", "MandateStarted"]);
  expect(types(appoint({ ...given, startsOn: "2019-10-01" }, around, at))).toEqual(["MandateGiven"]);
  const past = { ...given, startsOn: "2018-09-01", endsOn: "2019-08-31" };
  expect(types(appoint(past, around, at))).toEqual(["MandateGiven", "MandateStarted", "MandateEnded"]);
});

test("each role says where it is held, and nothing else", () => {
  expect(refused(() => appoint({ ...given, themeId: null, degree: null }, around, at))).toEqual([
    "SCOPE_MISSING themeId",
    "SCOPE_MISSING degree",
  ]);
  const nobody = { ...given, disciplineCode: null, departement: null, degree: null, track: null };
  expect(refused(() => appoint({ ...nobody, role: "DAN" }, around, at))).toEqual(["SCOPE_FOREIGN themeId"]);
  expect(refused(() => appoint({ ...nobody, role: "PILOT" }, around, at))).toEqual(["SCOPE_MISSING corps"]);
});

test("a mandate lies in a known place and in order", () => {
  expect(refused(() => appoint({ ...given, departement: "75" }, around, at))).toEqual([
    "DEPARTEMENT_ELSEWHERE departement",
  ]);
  expect(refused(() => appoint(given, { ...around, academy: null, themeKnown: false }, at))).toEqual([
    "UNKNOWN_ACADEMY academyCode",
    "UNKNOWN_THEME themeId",
  ]);
  expect(refused(() => appoint({ ...given, endsOn: "2019-08-31" }, around, at))).toEqual(["ENDS_BEFORE_START endsOn"]);
});

test("nobody is appointed to Normandie before it begins or to Caen after it ended", () => {
  const of = (code: string, startsOn: string, endsOn: string) =>
    refused(() =>
      appoint(
        { ...given, academyCode: code, departement: null, startsOn, endsOn },
        { ...around, academy: academy(code) },
        at,
      ),
    );
  expect(of("70", "2019-09-01", "2019-12-31")).toEqual(["ACADEMY_NOT_IN_FORCE academyCode"]);
  expect(of("70", "2019-09-01", "2020-08-31")).toEqual([]);
  expect(of("05", "2020-01-01", "2020-08-31")).toEqual(["ACADEMY_NOT_IN_FORCE academyCode"]);
});

test("R22, R23, R25, R39, R40: a place for one takes no second, a place for two no third", () => {
  const nobody = { ...given, disciplineCode: null, departement: null, degree: null, track: null };
  const into = (mandate: Partial<NewMandate>, count: number) =>
    refused(() =>
      appoint(
        { ...nobody, ...mandate },
        {
          ...around,
          rivals: Array.from({ length: count }, (_, n) => rival(mandate.role ?? "TEACHER", `other${n}`)),
        },
        at,
      ),
    );
  expect(into({ role: "INSPECTOR_GENERAL", academyCode: null }, 1)).toEqual(["SECOND_INSPECTOR_GENERAL R22"]);
  expect(into({ role: "EXPERT", academyCode: null }, 1)).toEqual([]);
  expect(into({ role: "EXPERT", academyCode: null }, 2)).toEqual(["THIRD_EXPERT R25"]);
  expect(into({ role: "REFERENT" }, 1)).toEqual(["SECOND_REFERENT R23"]);
  expect(into({ role: "CARDIE" }, 1)).toEqual(["SECOND_CARDIE R40"]);
  expect(into({ role: "DAN", themeId: null }, 1)).toEqual(["SECOND_DAN R39"]);
  expect(into({ role: "PILOT", corps: "IEN_ET" }, 3)).toEqual([]);
});

test("nobody holds the same role twice in one place", () => {
  expect(refused(() => appoint(given, { ...around, rivals: [rival("TEACHER", "p")] }, at))).toEqual([
    "ALREADY_HELD personId",
  ]);
});

test("a mandate ends after its last day, not on it", () => {
  const mandate = made(appoint(given, around, at));
  expect(expire(mandate, "2020-08-31")).toEqual([]);
  expect(types(expire(mandate, "2020-09-01"))).toEqual(["MandateEnded"]);
  expect(inForce(mandate, "2020-08-31")).toBe(true);
  expect(inForce(mandate, "2020-09-01")).toBe(false);
  expect(begin(mandate, "2019-09-16")).toEqual([]);
});

test("its end is brought forward with a reason, never put back", () => {
  const mandate = made(appoint(given, around, at));
  expect(refused(() => endMandate(mandate, "2020-03-13", " ", "2020-03-01"))).toEqual(["REQUIRED reason"]);
  expect(refused(() => endMandate(mandate, "2021-08-31", "Mutation", "2020-03-01"))).toEqual(["ENDS_LATER endsOn"]);
  expect(types(endMandate(mandate, "2020-03-13", "Mutation", "2020-03-01"))).toEqual(["MandateChanged"]);
  expect(types(endMandate(mandate, "2020-02-28", "Mutation", "2020-03-01"))).toEqual([
    "MandateChanged",
    "MandateEnded",
  ]);
});

test("R32: a mandate found again when its group opens says what the application says", () => {
  const mandate = made(appoint(given, around, at));
  expect(confirm(mandate, { implementsInClass: true }, "2020-08-31")).toEqual([]);
  expect(confirm(mandate, { implementsInClass: false }, "2021-08-31")).toMatchObject([
    { type: "MandateChanged", change: { implementsInClass: false, endsOn: "2021-08-31" } },
  ]);
});

test("days are those of the academy's zone, on both sides of a change of hour", () => {
  expect(dayIn(new Date("2019-08-31T22:30:00Z"))).toBe("2019-09-01");
  expect(dayIn(new Date("2019-08-31T22:30:00Z"), "America/Martinique")).toBe("2019-08-31");
  expect(midnight("2019-09-01").toISOString()).toBe("2019-08-31T22:00:00.000Z");
  expect(midnight("2020-01-01").toISOString()).toBe("2019-12-31T23:00:00.000Z");
  expect(midnight("2020-03-29").toISOString()).toBe("2020-03-28T23:00:00.000Z");
  expect(midnight("2020-03-30").toISOString()).toBe("2020-03-29T22:00:00.000Z");
  expect(midnight("2019-09-01", "Indian/Reunion").toISOString()).toBe("2019-08-31T20:00:00.000Z");
  expect(nextDay("2019-12-31")).toBe("2020-01-01");
});

test("names take their article", () => {
  const label = (code: string, on = "2020-05-18") => labelOf(academy(code), on);
  expect(["14", "20", "02", "28", "18", "27"].map((code) => label(code))).toEqual([
    "académie de Rennes",
    "académie d'Amiens",
    "académie d'Aix-Marseille",
    "académie de La Réunion",
    "académie d'Orléans-Tours",
    "académie de Corse",
  ]);
  expect(["40", "41", "42", "44"].map((code) => label(code))).toEqual([
    "vice-rectorat de la Nouvelle-Calédonie",
    "vice-rectorat de la Polynésie française",
    "vice-rectorat de Wallis-et-Futuna",
    "service de l'éducation nationale de Saint-Pierre-et-Miquelon",
  ]);
  expect([label("43", "2019-12-31"), label("43")]).toEqual(["vice-rectorat de Mayotte", "académie de Mayotte"]);
  expect([label("05"), label("70")]).toEqual(["académie de Caen", "académie de Normandie"]);
});

test("R68: an academy's sites are its hosts, and the stand-in's where there is one", () => {
  expect(academy("14").sites).toEqual([
    "ac-rennes.fr",
    "www.ac-rennes.fr",
    "pedagogie.ac-rennes.fr",
    "localhost:4030/ac-rennes.fr",
  ]);
  expect(readAcademies().find(({ id }) => id === "14")?.sites).toHaveLength(3);
  expect(academies).toHaveLength(36);
});
