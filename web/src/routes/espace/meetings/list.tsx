import { plural, t } from "@lingui/core/macro";
import { Link } from "react-router";
import { type ListedMeeting, meetingList, whenOf, whens } from "../../../features/meetings/meetingList.tsx";
import { can, holds } from "../../../features/people/rights.ts";
import type { MyMeetingsQuery } from "../../../gen/graphql.ts";
import { inFrench } from "../../../language.ts";
import { span } from "../../../ui/dates.ts";
import type { Filters } from "../../../ui/filters.ts";
import { labelOf } from "../../../ui/labels.ts";
import { ListResults } from "../../../ui/list/List.tsx";
import { listPage } from "../../../ui/list/page.ts";
import { StateBadge } from "../../../ui/StateBadge.tsx";
import { Screen } from "../parts/Screen.tsx";

const PATH = "/espace/reunions";

const page = listPage(meetingList, {
  head: () => ({ title: t`Réunions`, noindex: true }),
  fresh: true,
});

export const loader = page.loader;
export const clientLoader = page.clientLoader;
export const meta = page.meta;

export default function MyMeetings() {
  const { data, place } = page.useData();
  const chosen = meetingList.chosenAt(place.search);
  return (
    <Screen title={t`Réunions`} lead={<p>{t`Celles où vous êtes convoqué·e, ou celles d’un de vos groupes.`}</p>}>
      <div className="write-to fr-mb-2w">
        <Plan viewer={data.viewer} />
        <Link className="fr-btn fr-btn--tertiary" to={`${PATH}/agenda`}>
          {t`S’abonner par mon agenda`}
        </Link>
      </div>
      <Choice
        title={t`Quand :`}
        label={t`Filtrer par date`}
        current={whenOf(chosen)}
        choices={Object.entries(whens).map(([value, { label }]) => ({
          value,
          label,
          to: meetingList.address({ ...chosen, tri: undefined, quand: value === "avenir" ? undefined : value }),
        }))}
      />
      <Choice
        title={t`De qui :`}
        label={t`Filtrer par groupe`}
        current={chosen.projet ?? chosen.theme ?? ""}
        choices={groupsOf(data.viewer, chosen)}
      />
      <ListResults
        list={meetingList}
        data={data}
        place={place}
        item={(meeting) => <Item key={meeting.id} meeting={meeting} />}
        empty={{
          because: t`Aucune réunion ne répond à ces critères.`,
          action: <Link to={`${PATH}?quand=tenues`}>{t`Voir les réunions tenues`}</Link>,
        }}
      />
    </Screen>
  );
}

type Viewer = MyMeetingsQuery["viewer"];

function Plan({ viewer }: { viewer: Viewer }) {
  if (!can(viewer, "planNational") && !holds(viewer, "REFERENT")) return null;
  return (
    <Link className="fr-btn fr-btn--secondary" to={`${PATH}/nouvelle`}>
      {t`Prévoir une réunion`}
    </Link>
  );
}

interface Option {
  value: string;
  label: string;
  to: string;
}

function groupsOf(viewer: Viewer, chosen: Filters<string>): Option[] {
  const projects = (viewer?.academicGroups ?? []).flatMap(({ project }) => (project ? [project] : []));
  const themes = (viewer?.nationalGroups ?? []).flatMap(({ theme }) => (theme ? [theme] : []));
  const of = (group: { projet?: string; theme?: string }) =>
    meetingList.address({ ...chosen, projet: undefined, theme: undefined, ...group });
  return [
    { value: "", label: t`Où je suis convoqué·e`, to: of({}) },
    ...projects.map(({ id, title }) => ({ value: id, label: title, to: of({ projet: id }) })),
    ...themes.map(({ id, title }) => ({ value: id, label: title, to: of({ theme: id }) })),
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

const Item = ({ meeting }: { meeting: ListedMeeting }) => (
  <li className="item">
    <h3 className="item__title">
      <Link to={`${PATH}/${meeting.id}`} lang={inFrench}>
        {meeting.title}
      </Link>
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
