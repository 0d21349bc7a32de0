import { t } from "@lingui/core/macro";
import { can, familyOf, type Held } from "../people/rights.ts";

/** For what a material or a module may be declared: a project, or a theme as a whole. */
export interface Place {
  id: string;
  label: string;
  themeId: string;
  projectId?: string;
}

interface Groups extends Held {
  academicGroups: readonly {
    academy: Parameters<typeof familyOf>[0] & { name: string };
    project?: { id: string; title: string; theme: { id: string } } | null;
  }[];
  nationalGroups: readonly { theme?: { id: string; title: string } | null }[];
}

/** The référent declares for the team, the expert for the theme. */
export const placesOf = (viewer: Groups | null | undefined): Place[] => [
  ...(viewer?.academicGroups ?? []).flatMap(({ academy, project }) => {
    if (!project) return [];
    const themeId = project.theme.id;
    if (!can(viewer, "declareAcademic", { academyCodes: familyOf(academy), themeId })) return [];
    return [{ id: project.id, label: `${academy.name} : ${project.title}`, themeId, projectId: project.id }];
  }),
  ...(viewer?.nationalGroups ?? []).flatMap(({ theme }) =>
    theme && can(viewer, "declareNational", { themeId: theme.id })
      ? [{ id: theme.id, label: t`National : ${theme.title}`, themeId: theme.id }]
      : [],
  ),
];
