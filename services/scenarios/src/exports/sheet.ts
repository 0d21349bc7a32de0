import { kindOf, type Resource } from "../domain/rights-of-use.ts";
import type { Implementation, Scenario } from "../domain/scenario.ts";
import { LICENCES } from "../records/licences.ts";
import { BASES, dayOf, durationInWords, KINDS, PROGRESSIVITIES, ROLES, STATES } from "./words.ts";

/** Every format has these. */
export type SheetPart =
  | { heading: string }
  | { paragraph: string }
  | { facts: readonly (readonly [name: string, value: string])[] };

/** A scenario as it is read on paper: the same headings, paragraphs and facts in every format. */
export interface Sheet {
  title: string;
  subtitle: string;
  parts: SheetPart[];
  /** Of what is told: its last version, or the draft's first day. */
  at: Date;
}

/** What the sheet says besides the scenario's own words. */
export interface Told {
  scenario: Scenario;
  /** By person. */
  names: ReadonlyMap<string, string>;
  academies: readonly string[];
  disciplines: readonly string[];
  levels: readonly string[];
  competences: readonly string[];
  theme: string | null;
  campaign: string | null;
  credit: string;
  page: string;
  /** What it was adapted from, in a sentence each, the first first (R06). */
  origins: readonly string[];
}

type Facts = [name: string, value: string][];

export function sheetOf(told: Told): Sheet {
  const { scenario } = told;
  return {
    title: scenario.title,
    subtitle: subtitleOf(told),
    at: scenario.versions.at(-1)?.publishedAt ?? scenario.draftedAt,
    parts: [
      ...words(scenario.summary),
      { facts: said(presentation(told)) },
      ...section("Objectifs", scenario.objectives),
      ...section("Déroulé", scenario.course),
      ...section("Évaluation", scenario.assessment),
      ...section("Pour généraliser", scenario.generalisation),
      ...list("Mises en œuvre en classe", scenario.implementations, implementation),
      ...list("Ressources", scenario.resources, resource),
      ...list("Services numériques", scenario.digitalServices, (service) => [
        [service.name, service.purpose],
        ["Conditions et données personnelles", service.termsNote ?? ""],
      ]),
      { heading: "Citer et réutiliser" },
      { paragraph: told.credit },
      { facts: said(reuse(told)) },
    ],
  };
}

function subtitleOf({ scenario, academies, campaign }: Told): string {
  const last = scenario.versions.at(-1);
  const state = last ? `version ${last.number} du ${dayOf(last.publishedAt)}` : STATES[scenario.state].toLowerCase();
  const programme = `travaux académiques mutualisés${campaign ? ` ${campaign}` : ""}`;
  return ["Scénario pédagogique", academies.join(" et "), programme, state].filter(Boolean).join(", ");
}

const words = (text: string): SheetPart[] => (text.trim() ? [{ paragraph: text.trim() }] : []);

const section = (heading: string, text: string): SheetPart[] => (text.trim() ? [{ heading }, ...words(text)] : []);

const said = (facts: Facts): Facts => facts.filter(([, value]) => value.trim() !== "");

const list = <T>(heading: string, all: readonly T[], factsOf: (one: T) => Facts): SheetPart[] =>
  all.length === 0 ? [] : [{ heading }, ...all.map((one) => ({ facts: said(factsOf(one)) }))];

const presentation = ({ scenario, names, ...told }: Told): Facts => [
  ["Disciplines", told.disciplines.join(", ")],
  ["Niveaux", told.levels.join(", ")],
  ["Durée", scenario.durationMinutes ? durationInWords(scenario.durationMinutes) : ""],
  ["Progressivité", scenario.progressivity ? PROGRESSIVITIES[scenario.progressivity] : ""],
  ["Compétences numériques", told.competences.join(", ")],
  ["Lieux et modalités", scenario.setting],
  ["Matériel et outils", scenario.tools],
  ["Thème", told.theme ?? ""],
  [
    "Auteurs",
    scenario.authors
      .flatMap(({ personId, role }) => {
        const name = names.get(personId);
        return name ? [`${name} (${ROLES[role]})`] : [];
      })
      .join(", "),
  ],
];

const implementation = (one: Implementation): Facts => [
  [`${one.classLevel}, ${one.establishment}`, periodOf(one)],
  ["Ce qui a été adapté", one.adaptation ?? ""],
  ["Effets constatés", one.outcome],
];

const periodOf = ({ startedOn, endedOn }: Implementation): string =>
  endedOn ? `du ${dayOf(startedOn)} au ${dayOf(endedOn)}` : dayOf(startedOn);

function resource(one: Resource): Facts {
  const kind = kindOf(one);
  const basis = one.licence ? `${BASES[one.basis]} (${one.licence})` : BASES[one.basis];
  const told = [one.author, kind && KINDS[kind], basis, one.adapted && "modifiée", one.note, one.sourceUrl];
  return [
    [one.title, told.filter(Boolean).join(", ")],
    ["Fichier", one.file?.name ?? ""],
    ["En mots", one.alternative ?? ""],
  ];
}

function reuse({ scenario, page, origins }: Told): Facts {
  const { licence, openAddress } = scenario;
  const text = licence && LICENCES[licence];
  return [
    ["Licence", text ? `${licence}, ${text}` : (licence ?? "")],
    ["Adresse", page],
    ["Sur le site de l'académie", openAddress?.url ?? ""],
    ...origins.map((origin): [string, string] => ["D'après", origin]),
  ];
}
