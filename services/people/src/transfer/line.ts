import type { Day } from "@trame/kit/day";
import { fold } from "@trame/kit/fold";
import { invalid, type Refusal } from "@trame/kit/refusal";
import { type Corps, type Degree, nameOf, type Role, scopeOf, type Track } from "../domain/role.ts";
import type { Line } from "./sheet.ts";

/** A person as a line says it. What is empty says nothing. */
export interface PersonLine {
  givenName: string;
  familyName: string;
  email?: string;
  position?: string;
  academyCode?: string;
  establishment?: string;
}

export interface MandateLine {
  role: Role;
  academyCode: string | null;
  themeId: string | null;
  disciplineCode: string | null;
  departement: string | null;
  corps: Corps | null;
  degree: Degree | null;
  track: Track | null;
  implementsInClass: boolean;
  startsOn: Day;
  endsOn: Day | null;
  designation: string | null;
}

/** Names that a sheet may use for what has a code, folded. */
export interface Nomenclatures {
  academies: ReadonlyMap<string, string>;
  themes: ReadonlyMap<string, string>;
  disciplines: ReadonlyMap<string, string>;
}

export interface Read {
  person: PersonLine;
  mandate: MandateLine | null;
  refusals: Refusal[];
}

const named = <T extends string>(names: Record<string, T>) => new Map(Object.entries(names));

const ROLES = new Map<string, Role>([
  ...(Object.keys(scopeOf) as Role[]).map((role) => [fold(role), role] as const),
  ...(Object.entries(nameOf) as [Role, string][]).map(([role, name]) => [fold(name), role] as const),
  ["referent", "REFERENT"],
  ["enseignant", "TEACHER"],
  ["pilote", "PILOT"],
]);
const CORPS = named<Corps>({
  "ia-ipr": "IA_IPR",
  ia_ipr: "IA_IPR",
  "ien-et": "IEN_ET",
  ien_et: "IEN_ET",
  "ien-eg": "IEN_EG",
  ien_eg: "IEN_EG",
});
const DEGREES = named<Degree>({
  "1": "FIRST",
  "1d": "FIRST",
  first: "FIRST",
  "2": "SECOND",
  "2d": "SECOND",
  second: "SECOND",
});
const TRACKS = named<Track>({
  generale: "GENERAL",
  general: "GENERAL",
  technologique: "TECHNOLOGICAL",
  technological: "TECHNOLOGICAL",
  professionnelle: "VOCATIONAL",
  vocational: "VOCATIONAL",
});

/** What a line says, with everything in it that cannot be read. */
export function readLine(line: Line, known: Nomenclatures): Read {
  const refusals: Refusal[] = [];
  const among = <T extends string>(column: keyof Line, values: ReadonlyMap<string, T>, what: string): T | null => {
    const text = line[column];
    if (text === "") return null;
    const value = values.get(fold(text));
    if (value === undefined) refusals.push(unknown(column, `${what} « ${text} »`));
    return value ?? null;
  };
  const academyCode = among("academie", known.academies, "L'académie");
  const person: PersonLine = {
    givenName: line.prenom,
    familyName: line.nom,
    email: line.courriel || undefined,
    position: line.fonction || undefined,
    academyCode: academyCode ?? undefined,
    establishment: line.etablissement || undefined,
  };
  const role = among("role", ROLES, "Le rôle");
  if (!role) return { person, mandate: null, refusals };
  const mandate: MandateLine = {
    role,
    academyCode: placed(role) ? (among("academie_du_mandat", known.academies, "L'académie") ?? academyCode) : null,
    themeId: among("theme", known.themes, "Le thème"),
    disciplineCode: among("discipline", known.disciplines, "La discipline"),
    departement: line.departement || null,
    corps: among("corps", CORPS, "Le corps"),
    degree: among("degre", DEGREES, "Le degré"),
    track: among("voie", TRACKS, "La voie"),
    implementsInClass: /^(oui|o|vrai|true|1|x)$/i.test(line.met_en_oeuvre),
    startsOn: dayOf("debut", line.debut, refusals) ?? "",
    endsOn: dayOf("fin", line.fin, refusals),
    designation: line.designation || null,
  };
  if (line.debut === "") refusals.push(invalid("REQUIRED", "Le premier jour du mandat est à renseigner.", "debut"));
  return { person, mandate, refusals };
}

const placed = (role: Role) => [...scopeOf[role].must, ...scopeOf[role].may].includes("academyCode");

const unknown = (column: string, what: string) => invalid("UNKNOWN_VALUE", `${what} n'est pas reconnu·e.`, column);

/** 2020-09-01 or 01/09/2020. */
function dayOf(column: string, text: string, refusals: Refusal[]): Day | null {
  if (text === "") return null;
  const [, d, m, y] = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text) ?? [];
  const day = d && m && y ? `${y}-${m.padStart(2, "0")}-${d.padStart(2, "0")}` : text;
  const exists = /^\d{4}-\d{2}-\d{2}$/.test(day) && !Number.isNaN(Date.parse(day));
  if (exists && new Date(day).toISOString().startsWith(day)) return day;
  refusals.push(invalid("BAD_DAY", `« ${text} » n'est pas une date : écrivez AAAA-MM-JJ ou JJ/MM/AAAA.`, column));
  return null;
}
