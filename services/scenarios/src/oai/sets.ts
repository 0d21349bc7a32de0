import type { Db } from "../database.ts";
import { levelAndNarrower, widerLevels } from "../domain/levels.ts";
import { pathOf, vocabularyOf } from "../vocabularies.ts";

const LEVELS = "http://data.education.fr/voc/scolomfr/concept/";

/** A set as it is shown, and its name. */
export interface NamedSet {
  spec: string;
  name: string;
}

/** The sets that hold the others: every scenario has a place in each. */
const KINDS = {
  discipline: "Disciplines",
  academie: "Académies",
  annee: "Années",
  niveau: "Niveaux",
  theme: "Thèmes des TraAM",
};

/** The names that sets are told with: few rows, read once per request. */
export async function readSets(db: Db) {
  const [campaigns, disciplines, academies, themes] = await Promise.all([
    db.campaign.findMany({ orderBy: { label: "asc" } }),
    db.discipline.findMany({ orderBy: { code: "asc" } }),
    db.academy.findMany({ orderBy: { code: "asc" } }),
    db.theme.findMany({ select: { id: true, title: true }, orderBy: { id: "asc" } }),
  ]);
  const years = new Map(campaigns.map(({ id, label }) => [id, specOf(label)]));
  return {
    isEmpty: campaigns.length + disciplines.length + academies.length === 0,
    all: (): NamedSet[] => [
      ...Object.entries(KINDS).map(([spec, name]) => ({ spec, name })),
      ...disciplines.map(({ code, label }) => ({ spec: `discipline:${code}`, name: label })),
      ...academies.map(({ code, label }) => ({ spec: `academie:${code}`, name: label })),
      ...campaigns.map(({ id, label }) => ({ spec: `annee:${years.get(id)}`, name: `TraAM ${label}` })),
      ...vocabularyOf("LEVEL").map(({ uri, label }) => ({ spec: `niveau:${localOf(uri)}`, name: label })),
      ...themes.map(({ id, title }) => ({ spec: `theme:${id}`, name: title })),
    ],
    /** As a header shows them: a level stands in those above it too. */
    shown: (keys: readonly string[]): string[] => [
      ...new Set(
        keys.flatMap((key) => {
          const [kind = "", value = ""] = parts(key);
          if (kind === "campagne") return years.has(value) ? [`annee:${years.get(value)}`] : [];
          return kind === "niveau" ? above(value).map((level) => `niveau:${level}`) : [key];
        }),
      ),
    ],
    /** The keys of the rows that a set has: null when it has every row, none for a set that nobody knows. */
    keys: (spec: string): string[] | null => {
      if (Object.hasOwn(KINDS, spec)) return null;
      const [kind = "", value = ""] = parts(spec);
      if (kind === "annee")
        return campaigns.filter(({ id }) => years.get(id) === value).map(({ id }) => `campagne:${id}`);
      if (kind !== "niveau") return ["discipline", "academie", "theme"].includes(kind) ? [spec] : [];
      return levelAndNarrower(`${LEVELS}${value}`, vocabularyOf("LEVEL")).map((uri) => `niveau:${localOf(uri)}`);
    },
  };
}

const parts = (spec: string): string[] => {
  const at = spec.indexOf(":");
  return at < 0 ? [spec] : [spec.slice(0, at), spec.slice(at + 1)];
};

const localOf = (uri: string): string => uri.slice(uri.lastIndexOf("/") + 1);

/** What a setSpec may hold. */
const specOf = (label: string): string => label.replace(/[^A-Za-z0-9\-_.!~*'()]+/g, "-");

const above = (level: string): string[] => {
  const uri = `${LEVELS}${level}`;
  return [...new Set([uri, ...widerLevels(uri)].flatMap((one) => pathOf(one).map((term) => localOf(term.uri))))];
};
