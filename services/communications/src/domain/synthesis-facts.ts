import type { SectionCode, SynthesisKind } from "./synthesis.ts";

// Aliases: an interface would not be taken for JSON.

/** A team and what it made known. */
export type TeamFacts = {
  projectId: string;
  academyCode: string;
  academy: string;
  title: string;
  /** Titles. */
  scenarios: string[];
  materials: string[];
  modules: string[];
};

/** The year of a theme, as far as it is known here. */
export type Facts = {
  theme: { title: string; questions: string[]; axes: string[] };
  teams: TeamFacts[];
  indexed: number;
  implementations: number;
  feedbacks: number;
  persons: number;
  nationalMeetings: number;
  academicMeetings: number;
  nationalMaterials: number;
  /** Of the theme itself. */
  nationalModules: number;
  /** On M@gistère, whoever made them. */
  magistereModules: number;
  /** The theme lasts two years, and what its experts owe after the first is not signed (R92). */
  intermediateAwaited: boolean;
};

/**
 * What a synthesis would have to say is missing. Nothing of it stops the experts but the conditions of generalisation
 * and, for the final one, the intermediate one.
 */
export interface Missing {
  code: string;
  message: string;
  requirement: string;
}

export function missingFor(facts: Facts, texts: Readonly<Record<SectionCode, string>>, kind: SynthesisKind): Missing[] {
  const all = [
    ...facts.teams.flatMap(({ academy, title, scenarios, materials }) => [
      scenarios.length === 0 && missing("NO_SCENARIO", `${academy} – ${title} : aucun scénario publié.`, "R10"),
      materials.length === 0 &&
        missing("NO_MATERIAL", `${academy} – ${title} : aucun support de communication.`, "R66"),
    ]),
    facts.nationalMaterials === 0 && missing("NO_NATIONAL_MATERIAL", "Aucun support de communication national.", "R13"),
    facts.magistereModules === 0 && missing("NO_MODULE", "Aucun module de formation sur M@gistère.", "R70"),
    kind === "FINAL" &&
      facts.intermediateAwaited &&
      missing("NO_INTERMEDIATE", "La synthèse intermédiaire est à signer avant la synthèse finale.", "R92"),
    texts.GENERALISATION.trim() === "" &&
      missing(
        "NO_GENERALISATION",
        kind === "FINAL"
          ? "Les modalités et conditions de généralisation sont à écrire avant de signer."
          : "Les modalités et conditions de généralisation ne sont pas encore écrites.",
        "R04",
      ),
  ];
  return all.filter((one) => one !== false);
}

const missing = (code: string, message: string, requirement: string): Missing => ({ code, message, requirement });
