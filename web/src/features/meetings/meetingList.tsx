import { plural, t } from "@lingui/core/macro";
import { Link } from "react-router";
import { graphql } from "../../gen/gql.ts";
import type { MeetingState, MyMeetingsQuery } from "../../gen/graphql.ts";
import { hour, zoneName } from "../../ui/dates.ts";
import type { Filters } from "../../ui/filters.ts";
import { oneOf } from "../../ui/filters.ts";
import { labelOf, labels } from "../../ui/labels.ts";
import { defineList } from "../../ui/list/list.ts";
import { StateBadge } from "../../ui/StateBadge.tsx";

const MEETINGS = graphql(`
  query MyMeetings($filter: MeetingFilter, $orderBy: MeetingOrder, $first: Int!, $after: String) {
    meetings(filter: $filter, orderBy: $orderBy, first: $first, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      nodes {
        id
        title
        level
        mode
        state
        startsAt
        endsAt
        timeZone
        place
        theme {
          id
          title
        }
        project {
          id
          title
        }
        academy {
          code
          name
        }
        gaps {
          code
        }
      }
    }
    viewer {
      ...ViewerRights
      academicGroups {
        id
        project {
          id
          title
        }
      }
      nationalGroups {
        id
        theme {
          id
          title
        }
      }
    }
  }
  `);

export type ListedMeeting = NonNullable<MyMeetingsQuery["meetings"]>["nodes"][number];

/** What is ahead comes first, the nearest on top; what is past, the latest on top. */
export const whens = {
  avenir: { label: t`À venir`, states: ["PLANNED", "CONVENED"], orderBy: "STARTS_ASC" },
  tenues: { label: t`Tenues`, states: ["HELD", "MINUTES_APPROVED", "SYNTHESIS_ONLINE"], orderBy: "STARTS_DESC" },
  annulees: { label: t`Annulées`, states: ["CANCELLED"], orderBy: "STARTS_DESC" },
} as const satisfies Record<string, { label: string; states: MeetingState[]; orderBy: string }>;

type When = keyof typeof whens;

export const whenOf = ({ quand }: Filters<"quand">): When =>
  quand !== undefined && Object.hasOwn(whens, quand) ? (quand as When) : "avenir";

const groupTitle = ({ project, theme }: ListedMeeting) => project?.title ?? theme?.title;

export const meetingList = defineList({
  path: "/espace/reunions",
  name: "reunions",
  title: t`Réunions`,
  count: (total) => plural(total, { one: "# réunion", other: "# réunions" }),
  all: t`Voir toutes les réunions`,
  query: MEETINGS,
  field: "meetings",
  filters: {
    quand: { label: t`Quand`, kept: true },
    theme: {
      label: t`Thème`,
      named: ({ viewer }, value) => viewer?.nationalGroups?.find(({ theme }) => theme?.id === value)?.theme?.title,
    },
    projet: {
      label: t`Équipe`,
      named: ({ viewer }, value) =>
        viewer?.academicGroups?.find(({ project }) => project?.id === value)?.project?.title,
    },
  },
  orders: () => labels.MeetingOrder,
  order: (chosen) => whens[whenOf(chosen)].orderBy,
  variables: (chosen, order) => {
    const { theme, projet } = chosen;
    return {
      // Without a chosen group: where one is convened oneself.
      filter: {
        mine: theme || projet ? undefined : true,
        themeId: theme,
        projectId: projet,
        states: [...whens[whenOf(chosen)].states],
      },
      orderBy: oneOf(labels.MeetingOrder, order),
    };
  },
  columns: [
    {
      name: "titre",
      label: t`Réunion`,
      french: true,
      value: ({ title }) => title,
      cell: ({ id, title }) => <Link to={`/espace/reunions/${id}`}>{title}</Link>,
    },
    {
      name: "debut",
      label: t`Début`,
      type: "instant",
      value: ({ startsAt }) => startsAt,
      sort: { asc: "STARTS_ASC", desc: "STARTS_DESC" },
    },
    { name: "fin", label: t`Fin`, type: "instant", value: ({ endsAt }) => endsAt, extra: true },
    {
      name: "heure",
      label: t`Heure du lieu`,
      value: ({ startsAt, timeZone }) => t`${hour(startsAt, timeZone)} (${zoneName(timeZone)})`,
      extra: true,
    },
    {
      name: "etat",
      label: t`État`,
      value: ({ state }) => labelOf("MeetingState", state),
      cell: ({ state }) => <StateBadge of="MeetingState" value={state} />,
    },
    { name: "niveau", label: t`Niveau`, value: ({ level }) => labelOf("MeetingLevel", level) },
    { name: "mode", label: t`Mode`, value: ({ mode }) => labelOf("MeetingMode", mode) },
    { name: "lieu", label: t`Lieu`, value: ({ place }) => place, extra: true },
    { name: "groupe", label: t`Groupe`, french: true, value: groupTitle },
    { name: "academie", label: t`Académie`, value: ({ academy }) => academy?.name, extra: true },
    { name: "points", label: t`Points à signaler`, type: "number", value: ({ gaps }) => gaps.length, extra: true },
  ],
});
