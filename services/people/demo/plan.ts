import { pick, roll } from "@trame/kit/demo";
import { stableId } from "@trame/kit/id";
import type { Academy } from "../src/domain/academy.ts";
import type { NewMandate } from "../src/domain/mandate.ts";
import { castOf, type Member } from "./cast.ts";
import { dasenOf, ienOf, nationals, offices } from "./offices.ts";
import { type PlannedTeam, RENNES, teams2019, teams2020 } from "./teams.ts";
import { lastsTwoYears, teachersOf, themes2019, themes2020 } from "./themes.ts";

/** A mandate to give, and when it was given. */
export interface PlannedMandate {
  mandate: NewMandate;
  at: Date;
}

export interface Plan {
  persons: Member[];
  mandates: PlannedMandate[];
  teams: PlannedTeam[];
}

/** Everything that the demonstration of people decides, before anything is written: the same at every run. */
export function planOf(academies: readonly Omit<Academy, "version">[], size: "full" | "small"): Plan {
  const cast = castOf(new Map(academies.map((academy) => [academy.id, academy])));
  const mandates: PlannedMandate[] = [];
  const give: Give = (seed, person, role, more, [startsOn, endsOn]) => {
    // At this hour it is the same day from Papeete to Nouméa.
    const at = new Date(`${startsOn}T11:00:00Z`);
    mandates.push({
      at,
      mandate: { ...BLANK, ...more, id: stableId("demo-mandate", seed), personId: person.id, role, startsOn, endsOn },
    });
  };
  const stage = { cast, give, academies };
  offices(stage);
  const teams = [...teams2019(academies, size), ...teams2020(academies, size)];
  nationals(stage, { "2019-2020": themes2019, "2020-2021": themes2020 });
  const company = new Map<string, Member[]>();
  give("ien/persona", ienOf(cast, RENNES), "IEN", { academyCode: RENNES, departement: "35" }, ["2018-09-01", null]);
  // Retained teams first: the others are made of whom they leave.
  for (const team of [...teams].sort((a, b) => Number(b.retained) - Number(a.retained))) form(stage, team, company);
  authorities(stage, company);
  interlocutors(stage, company);
  return { persons: cast.all(), mandates, teams };
}

export type Give = (
  seed: string,
  person: Member,
  role: NewMandate["role"],
  more: Partial<NewMandate>,
  days: [startsOn: string, endsOn: string | null],
) => void;

export interface Stage {
  cast: ReturnType<typeof castOf>;
  give: Give;
  academies: readonly Omit<Academy, "version">[];
}

const BLANK = {
  academyCode: null,
  themeId: null,
  disciplineCode: null,
  departement: null,
  corps: null,
  degree: null,
  track: null,
  implementsInClass: false,
  designation: null,
};

const years = {
  "2019-2020": { from: "2019-04-15", to: "2020-08-31", later: "2021-08-31" },
  "2020-2021": { from: "2020-04-20", to: "2021-08-31", later: "2022-08-31" },
};

/** A team: its référent, its inspector, its teachers. */
function form({ cast, give }: Stage, team: PlannedTeam, company: Map<string, Member[]>): void {
  const { label, n, themeId, academyCode } = team;
  const { from, to, later } = years[label];
  const days: [string, string] = [from, lastsTwoYears(label, n) ? later : to];
  const seed = (what: string) => `${label}/${n}/${academyCode}/${what}`;
  const [referent, ...teachers] = personsOf({ cast }, team, company);
  if (!referent) return;
  const place = { academyCode, themeId };
  const teaching = ({ degree, track, discipline, departement }: Member) => ({
    degree,
    track,
    disciplineCode: discipline,
    departement,
  });
  give(
    seed("referent"),
    referent,
    "REFERENT",
    {
      ...place,
      ...teaching(referent),
      implementsInClass: team.flaw !== "TWO_TEACHERS" && roll(10, seed("implements")) < 7,
    },
    days,
  );
  if (team.flaw !== "NO_PILOT") {
    const pilot = pilotOf(cast, team);
    give(seed("pilot"), pilot, "PILOT", { ...place, corps: corpsOf(team), disciplineCode: null }, days);
  }
  teachers.forEach((person, index) => {
    const implementsInClass = team.flaw === "TWO_TEACHERS" ? index < 2 : index < 3 || roll(10, seed(`t${index}`)) < 7;
    give(seed(`teacher-${index}`), person, "TEACHER", { ...place, ...teaching(person), implementsInClass }, days);
  });
}

/** Where those who can be signed in as teach. */
const PERSONAS_HOME: Record<string, string> = { [RENNES]: "35", "25": "78", "28": "974" };

/** The référent first. Whoever may be signed in as is in the team that his or her title says. */
function personsOf({ cast }: Pick<Stage, "cast">, team: PlannedTeam, company: Map<string, Member[]>): Member[] {
  const { label, n, academyCode } = team;
  const seed = `${label}/${n}/${academyCode}`;
  const isFirst = n === 1;
  const named: Record<string, string[]> = {
    [RENNES]: ["referent", "teacher"],
    "25": ["referent-versailles", "teacher-versailles"],
    "28": ["referent-reunion"],
  };
  const keys = isFirst && (label === "2019-2020" || academyCode === RENNES) ? (named[academyCode] ?? []) : [];
  // In the open call Rennes has yet to name its teachers.
  const isToCome = label === "2020-2021" && academyCode === RENNES;
  const count = isToCome ? 1 : 4 + (roll(100, seed, "size") < 12 ? 1 : 0) + (roll(100, seed, "more") < 5 ? 1 : 0);
  const found: Member[] = [];
  for (let place = 0; found.length < count && place < 12; place++) {
    const discipline = disciplineAt(team, place);
    const key = keys[place];
    const first = team.firstDegree && place === count - 1;
    const wanted = first ? "premier-degre" : discipline;
    const home = key || (first && academyCode === RENNES) ? PERSONAS_HOME[academyCode] : undefined;
    const free = team.retained || key ? undefined : freePerson(company, academyCode, wanted, found);
    const person = free ?? cast.teacher(key ?? `${seed}/${place}`, academyCode, wanted, home);
    if (!found.includes(person)) found.push(person);
  }
  const codes = company.get(academyCode) ?? [];
  company.set(academyCode, [...codes, ...found.filter((one) => !codes.includes(one))]);
  return found;
}

function disciplineAt({ disciplines }: PlannedTeam, place: number): string {
  const secondary = disciplines.filter((code) => code !== "premier-degre");
  const code = secondary[place % secondary.length] ?? "lettres";
  const choices = teachersOf[code];
  return choices ? (choices[place % choices.length] ?? "lettres") : code;
}

/** Somebody of the academy, of the discipline where there is one, who is not in the team yet. */
function freePerson(company: Map<string, Member[]>, academyCode: string, discipline: string, taken: Member[]) {
  const codes = academyCode === "70" ? ["05", "21", "70"] : [academyCode];
  const persons = codes
    .flatMap((code) => company.get(code) ?? [])
    .filter((one) => !taken.includes(one) && one.sub === null);
  const near = nearby.find((codes) => codes.includes(discipline)) ?? [discipline];
  const same = persons.find((one) => one.discipline === discipline);
  return same ?? (taken.length > 0 ? persons.find((one) => near.includes(one.discipline ?? "")) : undefined);
}

/** Disciplines whose teachers work together, so that a team may be made of several. */
const nearby = [
  ["svt", "physique-chimie", "mathematiques", "sti", "eps"],
  ["histoire-geographie", "ses", "documentation", "lettres", "langues-vivantes", "arts-plastiques", "economie-gestion"],
];

const corpsOf = ({ disciplines, n }: PlannedTeam) =>
  disciplines.includes("sti") ? ("IEN_ET" as const) : n === 7 || n === 16 ? ("IEN_EG" as const) : ("IA_IPR" as const);

/** An inspector pilots what is near to his or her discipline: at most three for an academy. */
function pilotOf(cast: Stage["cast"], { n, academyCode, disciplines, label }: PlannedTeam): Member {
  if (academyCode === RENNES && n === 1) return cast.official("pilot", ["IA-IPR de SVT", "IA-IPR de SVT"], RENNES);
  const home = label === "2020-2021" && academyCode === "70" ? pick(["05", "21"], "home", n) : academyCode;
  const field = pick(
    ["sciences", "lettres et sciences humaines", "enseignements techniques"],
    "field",
    disciplines[0] ?? "",
  );
  const position = `Inspection territoriale, ${field}`;
  return cast.official(`inspector/${home}/${field}`, [position, position], home);
}

/** The DASEN of each département where somebody of the first degree is in a team, and an IEN for the academy. */
function authorities({ cast, give }: Stage, company: Map<string, Member[]>): void {
  for (const [academyCode, persons] of company) {
    const first = persons.filter(({ degree }) => degree === "FIRST");
    if (first.length > 0) ienOf(cast, academyCode);
    for (const departement of new Set(first.map((person) => person.departement ?? ""))) {
      const dasen = dasenOf(cast, academyCode, departement);
      const days: [string, string | null] = ["2018-09-01", ["05", "21"].includes(academyCode) ? "2019-12-31" : null];
      give(`dasen/${academyCode}/${departement}`, dasen, "DASEN", { academyCode, departement }, days);
    }
  }
}

/** One of the academy's teachers for each of some disciplines: who spots practices and indexes scenarios. */
function interlocutors({ cast, give }: Stage, company: Map<string, Member[]>): void {
  const ian = cast.teacher("ian", RENNES, "svt", "29");
  give("ian/persona", ian, "IAN", { academyCode: RENNES, disciplineCode: "svt" }, ["2018-09-01", null]);
  for (const [academyCode, persons] of company) {
    const seen = new Set(academyCode === RENNES ? ["svt"] : []);
    for (const person of persons) {
      const { discipline } = person;
      if (!discipline || seen.has(discipline) || person.sub || ["05", "21", "70"].includes(academyCode)) continue;
      seen.add(discipline);
      if (seen.size > 4) break;
      give(`ian/${academyCode}/${discipline}`, person, "IAN", { academyCode, disciplineCode: discipline }, [
        "2018-09-01",
        null,
      ]);
    }
  }
}
