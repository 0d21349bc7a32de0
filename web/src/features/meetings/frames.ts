import { t } from "@lingui/core/macro";
import type { MeetingLevel, NewMeetingQuery } from "../../gen/graphql.ts";
import { can, familyOf } from "../people/rights.ts";

/** A group for which the viewer may plan a meeting. */
export interface Frame {
  /** Of the theme, or of the project. */
  id: string;
  level: MeetingLevel;
  label: string;
  themeId: string;
  projectId?: string;
  timeZone: string;
}

export const framesOf = ({ viewer, currentCampaign }: NewMeetingQuery): Frame[] => [
  ...(can(viewer, "planNational") ? (currentCampaign?.themes?.nodes ?? []) : []).map(({ id, title }) => ({
    id,
    level: "NATIONAL" as const,
    label: t`National : ${title}`,
    themeId: id,
    timeZone: "Europe/Paris",
  })),
  ...(viewer?.academicGroups ?? []).flatMap(({ project, academy }) => {
    if (!project) return [];
    const here = { academyCodes: familyOf(academy), themeId: project.theme.id };
    if (!can(viewer, "leadAcademic", here)) return [];
    return [
      {
        id: project.id,
        level: "ACADEMIC" as const,
        label: `${academy.name} : ${project.title}`,
        themeId: project.theme.id,
        projectId: project.id,
        timeZone: academy.timeZone,
      },
    ];
  }),
];
