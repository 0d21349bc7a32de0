import { type Refusal, refuseAll } from "@trame/kit/refusal";
import { refusals } from "../errors.ts";
import { labelled, present, webAddress } from "./texts.ts";

export type MaterialLevel = "NATIONAL" | "ACADEMIC";
export type MaterialKind = "INFOGRAPHIC" | "MIND_MAP" | "VIDEO" | "AUDIO" | "OTHER";

/** What a group tells teachers of its work (R13 to R15, R66, R67). */
export interface Material {
  id: string;
  version: number;
  level: MaterialLevel;
  kind: MaterialKind;
  otherKind: string | null;
  title: string;
  description: string;
  url: string;
  textAlternative: string;
  /** Of a film: at its address, for whoever does not hear. */
  captioned: boolean;
  /** The words of a film or recording; empty where there are none. */
  transcript: string;
  themeId: string;
  projectId: string | null;
  academyCode: string | null;
  authorId: string;
  publishedAt: Date;
}

export type MaterialFact = { type: "MaterialPublished"; material: Omit<Material, "version"> };

/** The project that a declaration names. */
export interface OfProject {
  themeId: string;
  academyCode: string;
}

/** Two levels (R13); the kind is the group's choice (R67), another than those listed is named (R14). */
export function declareMaterial(
  { academyCode: _, ...declared }: Omit<Material, "version">,
  project: OfProject | null,
): MaterialFact[] {
  refuseAll([
    ...present(declared.title, "title", "Le titre du support"),
    ...present(declared.description, "description", "La description du support"),
    ...present(declared.textAlternative, "textAlternative", "Le texte qui tient lieu du support", "R15"),
    ...heard(declared),
    ...webAddress(declared.url, "url"),
    ...labelled(declared.kind, declared.otherKind, {
      field: "otherKind",
      what: "Un support de type",
      requirement: "R14",
    }),
    ...levelFits(declared, project),
  ]);
  return [{ type: "MaterialPublished", material: { ...declared, academyCode: project?.academyCode ?? null } }];
}

/** A film is captioned or has its transcript; a recording has its transcript. */
const heard = ({ kind, captioned, transcript }: Pick<Material, "kind" | "captioned" | "transcript">): Refusal[] =>
  (kind === "VIDEO" && !captioned && transcript.trim() === "") || (kind === "AUDIO" && transcript.trim() === "")
    ? [refusals.notHeard("transcript")]
    : [];

function levelFits({ level, themeId }: Pick<Material, "level" | "themeId">, project: OfProject | null): Refusal[] {
  if (level === "NATIONAL") return project ? [refusals.projectOfNational()] : [];
  if (!project) return [refusals.projectNeeded()];
  return project.themeId === themeId ? [] : [refusals.projectOfOtherTheme()];
}
