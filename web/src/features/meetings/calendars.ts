import { t } from "@lingui/core/macro";
import { graphql } from "../../gen/gql.ts";
import type { CalendarScope, MyCalendarsQuery } from "../../gen/graphql.ts";
import { labelOf } from "../../ui/labels.ts";

export const OPEN_CALENDAR = graphql(`
  mutation OpenCalendar($input: OpenCalendarAddressInput!) {
    openCalendarAddress(input: $input) {
      calendarAddress {
        id
      }
      errors {
        ...RefusalFields
      }
    }
  }
`);

export const RENEW_CALENDAR = graphql(`
  mutation RenewCalendar($input: RenewCalendarAddressInput!) {
    renewCalendarAddress(input: $input) {
      calendarAddress {
        id
      }
      errors {
        ...RefusalFields
      }
    }
  }
`);

export const REVOKE_CALENDAR = graphql(`
  mutation RevokeCalendar($input: RevokeCalendarAddressInput!) {
    revokeCalendarAddress(input: $input) {
      calendarAddress {
        id
      }
      errors {
        ...RefusalFields
      }
    }
  }
`);

type Viewer = MyCalendarsQuery["viewer"];
type Address = NonNullable<NonNullable<Viewer>["calendarAddresses"]>[number];

/** A calendar that the viewer may subscribe to, with its address once there is one. */
export interface Calendar {
  scope: CalendarScope;
  themeId?: string;
  projectId?: string;
  title: string;
  /** What a group is called is content: French. */
  content: boolean;
  hint: string;
  address?: Address;
}

/** One's own, then those of the groups where one has a seat. */
export function calendarsOf(viewer: Viewer): Calendar[] {
  const addresses = viewer?.calendarAddresses ?? [];
  const themes = (viewer?.nationalGroups ?? []).flatMap(({ theme }) => (theme ? [theme] : []));
  const projects = (viewer?.academicGroups ?? []).flatMap(({ project }) => (project ? [project] : []));
  return [
    {
      scope: "MINE",
      title: labelOf("CalendarScope", "MINE"),
      content: false,
      hint: t`Celles où vous êtes convoqué·e ou le serez, et les étapes du calendrier de travail de vos thèmes.`,
      address: addresses.find(({ scope }) => scope === "MINE"),
    },
    ...themes.map(
      ({ id, title }): Calendar => ({
        scope: "THEME",
        themeId: id,
        title,
        content: true,
        hint: t`Réunions nationales de ce thème, et ses échéances.`,
        address: addresses.find(({ theme }) => theme?.id === id),
      }),
    ),
    ...projects.map(
      ({ id, title }): Calendar => ({
        scope: "PROJECT",
        projectId: id,
        title,
        content: true,
        hint: t`Réunions de cette équipe, et échéances de son thème.`,
        address: addresses.find(({ project }) => project?.id === id),
      }),
    ),
  ];
}
