import { pick, roll } from "@trame/kit/demo";
import { fold } from "@trame/kit/fold";
import { stableId } from "@trame/kit/id";
import type { Academy } from "../src/domain/academy.ts";
import type { NewPerson } from "../src/domain/person.ts";
import { establishmentOf, type Name, nameOf } from "./names.ts";
import personas from "./personas.json" with { type: "json" };
import { DISCIPLINES } from "./themes.ts";
import { townsOf } from "./towns.ts";

/** Somebody of the demonstration: a person, and what the plan needs to know of him or her. */
export interface Member extends NewPerson {
  discipline: string | null;
  departement: string | null;
  degree: "FIRST" | "SECOND";
  track: "GENERAL" | "TECHNOLOGICAL" | "VOCATIONAL";
  /** Subject at the development provider, for those who can be signed in as. */
  sub: string | null;
}

export type PersonaKey = (typeof personas)[number]["key"];

/** Everybody, in the order in which the plan calls them: always the same persons. */
export function castOf(academies: ReadonlyMap<string, Omit<Academy, "version">>) {
  const members = new Map<string, Member>();
  let names = 0;

  const add = (seed: string, more: (name: Name) => Omit<Member, "id" | "givenName" | "familyName" | "sub">): Member => {
    const key = personas.find((persona) => persona.key === seed);
    const known = members.get(seed);
    if (known) return known;
    const name = key ? split(key.name, key.feminine) : nameOf(names++);
    const { givenName, familyName } = name;
    const id = stableId("demo-person", seed);
    const member = { ...more(name), id, givenName, familyName, sub: key?.sub ?? null };
    members.set(seed, member);
    return member;
  };

  const emailAt = ({ givenName, familyName }: Name, domain: string) =>
    `${slug(givenName)}.${slug(familyName)}@${domain}`;
  const domainOf = (code: string) => academies.get(code)?.sites[0] ?? "education.gouv.fr";

  return {
    all: () => [...members.values()],
    /** Somebody of the ministry, or of an academy's offices. */
    official: (seed: string, position: [string, string], academyCode: string | null = null): Member =>
      add(seed, (name) => ({
        position: position[name.feminine ? 0 : 1],
        academyCode,
        establishment: academyCode
          ? `Rectorat de l'${academyLabel(academies, academyCode)}`
          : "Ministère de l'Éducation nationale",
        email: emailAt(name, academyCode ? domainOf(academyCode) : "education.gouv.fr"),
        discipline: null,
        departement: null,
        degree: "SECOND",
        track: "GENERAL",
      })),
    teacher: (seed: string, academyCode: string, discipline: string, home?: string): Member => {
      const departements = academies.get(academyCode)?.departements ?? [];
      const departement = home ?? pick(departements, "departement", seed);
      return add(seed, (name) => ({
        ...post(name, discipline, departement, seed),
        academyCode,
        email: emailAt(name, domainOf(academyCode)),
      }));
    },
  };
}

export type Cast = ReturnType<typeof castOf>;

function post({ feminine }: Name, discipline: string, departement: string, seed: string) {
  const town = pick(townsOf(departement), "town", seed);
  const first = discipline === "premier-degre";
  const kind = first ? "école" : kindOf(discipline, seed);
  const rank = roll(100, "rank", seed) < 22 ? (feminine ? "agrégée" : "agrégé") : feminine ? "certifiée" : "certifié";
  const who = feminine ? "professeure" : "professeur";
  const position = first
    ? `${who} des écoles`
    : kind === "lycée professionnel"
      ? `${who} de lycée professionnel, ${DISCIPLINES[discipline] ?? discipline}`
      : discipline === "documentation"
        ? `${who} documentaliste`
        : `${who} ${rank} ${de(DISCIPLINES[discipline] ?? discipline)}`;
  const track = kind === "lycée professionnel" ? ("VOCATIONAL" as const) : trackOf(kind, discipline, seed);
  return {
    position,
    establishment: establishmentOf(kind, town, seed),
    discipline,
    departement,
    degree: first ? ("FIRST" as const) : ("SECOND" as const),
    track,
  };
}

function kindOf(discipline: string, seed: string) {
  const chance = roll(100, "kind", seed);
  if (discipline === "ses") return "lycée" as const;
  if (discipline === "sti" || discipline === "economie-gestion")
    return chance < 45 ? ("lycée professionnel" as const) : ("lycée" as const);
  if (chance < 12) return "lycée professionnel" as const;
  return chance < 58 ? ("collège" as const) : ("lycée" as const);
}

const trackOf = (kind: string, discipline: string, seed: string) =>
  kind === "lycée" && (discipline === "sti" || discipline === "economie-gestion" || roll(100, "track", seed) < 15)
    ? ("TECHNOLOGICAL" as const)
    : ("GENERAL" as const);

const de = (discipline: string) => (/^[aeéhiouy]/.test(discipline) ? `d'${discipline}` : `de ${discipline}`);
const slug = (text: string) => fold(text).replace(/[^a-z]+/g, "-");

function split(text: string, feminine: boolean): Name {
  const [givenName = "", ...rest] = text.split(" ");
  return { givenName, familyName: rest.join(" "), feminine };
}

function academyLabel(academies: ReadonlyMap<string, Omit<Academy, "version">>, code: string): string {
  const academy = academies.get(code);
  return academy
    ? `académie ${academy.article.endsWith("'") ? academy.article : `${academy.article} `}${academy.name}`
    : "académie";
}
