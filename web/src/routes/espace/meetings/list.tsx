import { plural, t } from "@lingui/core/macro";
import { Link } from "react-router";
import { definePage } from "../../../apollo/page.ts";
import { can, holds } from "../../../features/people/rights.ts";
import { graphql } from "../../../gen/gql.ts";
import type { MeetingState, MyMeetingsQuery } from "../../../gen/graphql.ts";
import { span } from "../../../ui/dates.ts";
import { Empty } from "../../../ui/Empty.tsx";
import { addressOf, type Filters, filtersFrom } from "../../../ui/filters.ts";
import { labelOf } from "../../../ui/labels.ts";
import { afterOf, Pager } from "../../../ui/Pager.tsx";
import { StateBadge } from "../../../ui/StateBadge.tsx";
import { Unavailable } from "../../../ui/Unavailable.tsx";
import { Screen } from "../parts/Screen.tsx";

const PAGE_SIZE = 20;
const PATH = "/espace/reunions";
const names = ["quand", "theme", "projet"] as const;

/** What is ahead comes first, the nearest on top; what is past, the latest on top. */
const whens = {
  avenir: { label: t`À venir`, states: ["PLANNED", "CONVENED"], orderBy: "STARTS_ASC" },
  tenues: { label: t`Tenues`, states: ["HELD", "MINUTES_APPROVED", "SYNTHESIS_ONLINE"], orderBy: "STARTS_DESC" },
  annulees: { label: t`Annulées`, states: ["CANCELLED"], orderBy: "STARTS_DESC" },
} as const satisfies Record<string, { label: string; states: MeetingState[]; orderBy: string }>;

type When = keyof typeof whens;
type MeetingFilters = Filters<(typeof names)[number]>;

const whenOf = ({ quand }: MeetingFilters): When =>
  quand !== undefined && Object.hasOwn(whens, quand) ? (quand as When) : "avenir";

const page = definePage({
  query: graphql(`
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
  `),
  variables: ({ search }) => {
    const filters = filtersFrom(search, names);
    const { theme, projet } = filters;
    const { states, orderBy } = whens[whenOf(filters)];
    return {
      // Without a chosen group: where one is convened oneself.
      filter: { mine: theme || projet ? undefined : true, themeId: theme, projectId: projet, states: [...states] },
      orderBy,
      first: PAGE_SIZE,
      after: afterOf(search),
    };
  },
  head: () => ({ title: t`Réunions`, noindex: true }),
  fresh: true,
});

export const loader = page.loader;
export const clientLoader = page.clientLoader;
export const meta = page.meta;

export default function MyMeetings() {
  const { data, place } = page.useData();
  const filters = filtersFrom(place.search, names);
  return (
    <Screen title={t`Réunions`} lead={<p>{t`Celles où vous êtes convoqué·e, ou celles d’un de vos groupes.`}</p>}>
      <Plan viewer={data.viewer} />
      <Choice
        title={t`Quand :`}
        label={t`Filtrer par date`}
        current={whenOf(filters)}
        choices={Object.entries(whens).map(([value, { label }]) => ({
          value,
          label,
          to: addressOf(PATH, { ...filters, quand: value === "avenir" ? undefined : value }),
        }))}
      />
      <Choice
        title={t`De qui :`}
        label={t`Filtrer par groupe`}
        current={filters.projet ?? filters.theme ?? ""}
        choices={groupsOf(data.viewer, filters)}
      />
      {data.meetings ? <Results list={data.meetings} /> : <Unavailable />}
    </Screen>
  );
}

type Viewer = MyMeetingsQuery["viewer"];

function Plan({ viewer }: { viewer: Viewer }) {
  if (!can(viewer, "planNational") && !holds(viewer, "REFERENT")) return null;
  return (
    <p>
      <Link className="fr-btn fr-btn--secondary" to={`${PATH}/nouvelle`}>
        {t`Prévoir une réunion`}
      </Link>
    </p>
  );
}

interface Option {
  value: string;
  label: string;
  to: string;
}

function groupsOf(viewer: Viewer, { quand }: MeetingFilters): Option[] {
  const projects = (viewer?.academicGroups ?? []).flatMap(({ project }) => (project ? [project] : []));
  const themes = (viewer?.nationalGroups ?? []).flatMap(({ theme }) => (theme ? [theme] : []));
  return [
    { value: "", label: t`Où je suis convoqué·e`, to: addressOf(PATH, { quand }) },
    ...projects.map(({ id, title }) => ({ value: id, label: title, to: addressOf(PATH, { quand, projet: id }) })),
    ...themes.map(({ id, title }) => ({ value: id, label: title, to: addressOf(PATH, { quand, theme: id }) })),
  ];
}

interface ChoiceProps {
  title: string;
  label: string;
  current: string;
  choices: Option[];
}

const Choice = ({ title, label, current, choices }: ChoiceProps) => (
  <nav className="orders" aria-label={label}>
    <span>{title}</span>
    <ul>
      {choices.map(({ value, label: name, to }) => (
        <li key={value}>
          <Link to={to} aria-current={value === current ? "true" : undefined} preventScrollReset>
            {name}
          </Link>
        </li>
      ))}
    </ul>
  </nav>
);

type List = NonNullable<MyMeetingsQuery["meetings"]>;

const Results = ({ list }: { list: List }) => (
  <section aria-label={t`Résultats`}>
    <h2 className="fr-h4" aria-live="polite">
      {plural(list.totalCount, { one: "# réunion", other: "# réunions" })}
    </h2>
    {list.nodes.length === 0 ? (
      <Empty action={<Link to={`${PATH}?quand=tenues`}>{t`Voir les réunions tenues`}</Link>}>
        {t`Aucune réunion ne répond à ces critères.`}
      </Empty>
    ) : (
      <ul className="items">
        {list.nodes.map((meeting) => (
          <Item key={meeting.id} meeting={meeting} />
        ))}
      </ul>
    )}
    <Pager pageInfo={list.pageInfo} totalCount={list.totalCount} pageSize={PAGE_SIZE} of={t`réunions`} />
  </section>
);

const Item = ({ meeting }: { meeting: List["nodes"][number] }) => (
  <li className="item">
    <h3 className="item__title">
      <Link to={`${PATH}/${meeting.id}`}>{meeting.title}</Link>
    </h3>
    <p className="item__summary">{span(meeting.startsAt, meeting.endsAt, meeting.timeZone)}</p>
    <p className="item__facts">
      <StateBadge of="MeetingState" value={meeting.state} />
      <span>{labelOf("MeetingLevel", meeting.level)}</span>
      <span>{labelOf("MeetingMode", meeting.mode)}</span>
      {meeting.place && <span>{meeting.place}</span>}
      <span>{meeting.project?.title ?? meeting.theme?.title}</span>
      {meeting.academy && <span>{meeting.academy.name}</span>}
      {meeting.gaps.length > 0 && (
        <span>{plural(meeting.gaps.length, { one: "# point à signaler", other: "# points à signaler" })}</span>
      )}
    </p>
  </li>
);
