import { t } from "@lingui/core/macro";
import type { WorkshopFragment } from "../../gen/graphql.ts";

export const sections = {
  presentation: t`Présentation`,
  teaching: t`Déroulé pédagogique`,
  implementations: t`Mises en œuvre en classe`,
  resources: t`Ressources et droits`,
  services: t`Services numériques`,
  address: t`Adresse ouverte`,
} as const;

export type SectionName = keyof typeof sections;

/** In which section a gap is filled. */
export function sectionOf(field: string | null | undefined): SectionName {
  const root = field?.split(".")[0] ?? "";
  switch (root) {
    case "implementations":
      return "implementations";
    case "resources":
      return "resources";
    case "digitalServices":
      return "services";
    case "openAddress":
      return "address";
    case "objectives":
    case "setting":
    case "tools":
    case "course":
    case "assessment":
    case "generalisation":
      return "teaching";
    default:
      return "presentation";
  }
}

type Gaps = Pick<WorkshopFragment, "publicationGaps">;

export interface SectionState {
  name: SectionName;
  title: string;
  /** What still stands in the way of publication. */
  missing: number;
}

export const sectionStates = ({ publicationGaps }: Gaps): SectionState[] =>
  (Object.keys(sections) as SectionName[]).map((name) => ({
    name,
    title: sections[name],
    missing: publicationGaps.filter(({ field }) => sectionOf(field) === name).length,
  }));

export const ready = ({ publicationGaps }: Gaps): boolean => publicationGaps.length === 0;
