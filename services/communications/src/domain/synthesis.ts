import { daysBetween } from "@trame/kit/day";
import { type Refusal, refuseAll } from "@trame/kit/refusal";
import { refusals } from "../errors.ts";
import type { Facts } from "./synthesis-facts.ts";

/** The outline that the programme uses: what a national synthesis tells, and each academy's bilan before it. */
export const SECTIONS = [
  { code: "REFLECTION", title: "Réflexion sur la thématique" },
  { code: "AXES", title: "Axes de travail" },
  { code: "PRODUCTIONS", title: "Productions des académies" },
  { code: "IMPLEMENTATION", title: "Mise en œuvre en classe" },
  { code: "TOOLS", title: "Outils utilisés" },
  { code: "EVALUATION", title: "Évaluation" },
  { code: "DIFFICULTIES", title: "Difficultés rencontrées" },
  { code: "PUPILS", title: "Plus-values pour les élèves" },
  { code: "TEACHERS", title: "Plus-values pour les enseignants" },
  { code: "GENERALISATION", title: "Modalités et conditions de généralisation" },
  { code: "SCHEME", title: "Généralités sur le dispositif" },
  { code: "PERSPECTIVES", title: "Perspectives" },
] as const;
export type SectionCode = (typeof SECTIONS)[number]["code"];

export type SynthesisKind = "INTERMEDIATE" | "FINAL";

export interface Signature {
  personId: string;
  at: Date;
}

export interface Foreword {
  text: string;
  authorId: string;
  at: Date;
}

/** What a theme's experts say of its year, or of both (R91, R92). */
export interface Synthesis {
  id: string;
  version: number;
  themeId: string;
  kind: SynthesisKind;
  state: "DRAFT" | "SIGNED" | "DISTRIBUTED";
  /** What the experts wrote; a section that nobody wrote says what the year's facts say. */
  sections: Partial<Record<SectionCode, string>>;
  /** As they were when it was signed; null while they still move. */
  facts: Facts | null;
  foreword: Foreword | null;
  signatures: Signature[];
  openedAt: Date;
  signedAt: Date | null;
  distributedAt: Date | null;
}

export type SynthesisFact =
  | { type: "SynthesisOpened"; id: string; themeId: string; kind: SynthesisKind; at: Date }
  | { type: "SynthesisEdited"; sections: Partial<Record<SectionCode, string>> }
  | { type: "SynthesisSignedByOne"; signature: Signature }
  | { type: "SynthesisSigned"; at: Date; sections: Record<SectionCode, string>; facts: Facts }
  | { type: "ForewordWritten"; foreword: Foreword }
  | { type: "SynthesisDistributed"; at: Date };

/** Two years: an intermediate synthesis after the first, the final one after the second; one year: a final one (R92). */
export const dueSyntheses = (durationYears: number): SynthesisKind[] =>
  durationYears === 2 ? ["INTERMEDIATE", "FINAL"] : ["FINAL"];

/** A theme of two years that was stopped after the first owes a final synthesis only (R46, R92). */
export const owesIntermediate = (theme: { durationYears: number; startsOn: string; endsOn: string }): boolean =>
  theme.durationYears === 2 && (theme.startsOn === "" || daysBetween(theme.startsOn, theme.endsOn) > 366);

/** A word changed after one of a pair signed is signed again by both. */
export function editSynthesis(
  synthesis: Synthesis,
  sections: readonly { code: SectionCode; text: string }[],
): SynthesisFact[] {
  demandDraft(synthesis);
  const written = Object.fromEntries(sections.map(({ code, text }) => [code, text]));
  return [{ type: "SynthesisEdited", sections: { ...synthesis.sections, ...written } }];
}

export interface Signing extends Signature {
  /** The theme's experts in office: one, or a pair (R25, R91). */
  expertIds: readonly string[];
  facts: Facts;
}

/** Its expert signs, or both of the pair, and nobody else (R91); then words and facts stand still. */
export function signSynthesis(synthesis: Synthesis, { personId, at, expertIds, facts }: Signing): SynthesisFact[] {
  demandDraft(synthesis);
  const sections = textsOf(synthesis, facts);
  refuseAll([
    ...(expertIds.includes(personId) ? [] : [refusals.notItsExpert()]),
    ...(synthesis.signatures.some((signature) => signature.personId === personId) ? [refusals.signedAlready()] : []),
    ...(synthesis.kind === "FINAL" && facts.intermediateAwaited ? [refusals.intermediateFirst()] : []),
    ...(synthesis.kind === "FINAL" && sections.GENERALISATION.trim() === "" ? [refusals.noGeneralisation()] : []),
    ...(sections.PERSPECTIVES.trim() === "" ? [refusals.noPerspectives()] : []),
  ]);
  const signed: SynthesisFact = { type: "SynthesisSignedByOne", signature: { personId, at } };
  const hands = [...synthesis.signatures.map((signature) => signature.personId), personId];
  return expertIds.every((id) => hands.includes(id))
    ? [signed, { type: "SynthesisSigned", at, sections, facts }]
    : [signed];
}

/** By the inspecteur général, until it is sent. */
export function writeForeword(synthesis: Synthesis, foreword: Foreword): SynthesisFact[] {
  if (synthesis.state === "DISTRIBUTED") refuseAll([refusals.distributedAlready()]);
  refuseAll(foreword.text.trim() === "" ? [refusals.forewordEmpty()] : []);
  return [{ type: "ForewordWritten", foreword }];
}

/** Once, to recipients who all have an address. */
export function distributeSynthesis(synthesis: Synthesis, unreachable: readonly Refusal[], at: Date): SynthesisFact[] {
  if (synthesis.state === "DISTRIBUTED") refuseAll([refusals.distributedAlready()]);
  refuseAll([...(synthesis.state === "DRAFT" ? [refusals.notSigned()] : []), ...unreachable]);
  return [{ type: "SynthesisDistributed", at }];
}

/** Every section's text: written, or told by the facts. */
export function textsOf({ sections }: Pick<Synthesis, "sections">, facts: Facts): Record<SectionCode, string> {
  const told = prefilled(facts);
  return Object.fromEntries(SECTIONS.map(({ code }) => [code, sections[code] ?? told[code] ?? ""])) as Record<
    SectionCode,
    string
  >;
}

const many = (count: number, one: string, several: string) => `${count} ${count === 1 ? one : several}`;

/** What the year's facts say of a section by themselves. */
export function prefilled(facts: Facts): Partial<Record<SectionCode, string>> {
  const { theme, teams } = facts;
  const total = (of: "scenarios" | "materials" | "modules") => teams.reduce((sum, team) => sum + team[of].length, 0);
  return {
    REFLECTION: [theme.title, ...theme.questions].join("\n\n"),
    AXES: theme.axes.join("\n\n"),
    PRODUCTIONS: teams
      .map(({ academy, title, scenarios, materials, modules }) =>
        [
          `${academy} – ${title}`,
          ...scenarios.map((scenario) => `Scénario : ${scenario}`),
          ...materials.map((material) => `Support : ${material}`),
          ...modules.map((module) => `Module : ${module}`),
        ].join("\n"),
      )
      .join("\n\n"),
    IMPLEMENTATION: `${many(facts.implementations, "mise en œuvre en classe consignée", "mises en œuvre en classe consignées")}, ${many(facts.feedbacks, "retour d'expérience", "retours d'expérience")}, ${many(total("scenarios"), "scénario publié", "scénarios publiés")} dont ${facts.indexed} dans ÉDU'base.`,
    SCHEME: `${many(teams.length, "équipe académique", "équipes académiques")}, ${many(facts.persons, "personne engagée", "personnes engagées")}, ${many(facts.nationalMeetings, "réunion nationale", "réunions nationales")} et ${many(facts.academicMeetings, "réunion académique", "réunions académiques")}. ${many(facts.nationalMaterials, "support national", "supports nationaux")}, ${many(total("materials"), "support académique", "supports académiques")}, ${many(facts.nationalModules + total("modules"), "module de formation", "modules de formation")}.`,
  };
}

const demandDraft = ({ state }: Synthesis): void => {
  if (state !== "DRAFT") refuseAll([refusals.synthesisSigned()]);
};

export function evolveSynthesis(synthesis: Synthesis | null, fact: SynthesisFact): Synthesis {
  if (fact.type === "SynthesisOpened") {
    const { id, themeId, kind, at } = fact;
    const fresh = { sections: {}, facts: null, foreword: null, signatures: [], signedAt: null, distributedAt: null };
    return { id, version: 0, themeId, kind, state: "DRAFT", openedAt: at, ...fresh };
  }
  if (!synthesis) throw new Error(`${fact.type} without a synthesis`);
  switch (fact.type) {
    case "SynthesisEdited":
      return { ...synthesis, sections: fact.sections, signatures: [] };
    case "SynthesisSignedByOne":
      return { ...synthesis, signatures: [...synthesis.signatures, fact.signature] };
    case "SynthesisSigned":
      return { ...synthesis, state: "SIGNED", signedAt: fact.at, sections: fact.sections, facts: fact.facts };
    case "ForewordWritten":
      return { ...synthesis, foreword: fact.foreword };
    case "SynthesisDistributed":
      return { ...synthesis, state: "DISTRIBUTED", distributedAt: fact.at };
  }
}
