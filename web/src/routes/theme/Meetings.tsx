import { plural, t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { graphql } from "../../gen/gql.ts";
import type { ThemeMeetingsFragment } from "../../gen/graphql.ts";
import { inFrench } from "../../language.ts";
import { span } from "../../ui/dates.ts";
import { labelOf } from "../../ui/labels.ts";
import { Prose } from "../../ui/Prose.tsx";
import { Section } from "../../ui/Section.tsx";
import { StateBadge } from "../../ui/StateBadge.tsx";
import { Part } from "../../ui/Unavailable.tsx";

export const THEME_MEETINGS = graphql(`
  fragment ThemeMeetings on Theme {
    meetingQuotas {
      schoolYear
      inPersonHeld
      inPersonDue
      remoteHeld
      remoteDue
    }
    meetings(level: NATIONAL, first: 20) {
      nodes {
        id
        title
        purpose
        mode
        state
        startsAt
        endsAt
        timeZone
        place
        atMinistry
        presentCount
        synthesis {
          text
          url
          onlineAt
        }
      }
    }
  }
`);

type MeetingFacts = NonNullable<ThemeMeetingsFragment["meetings"]>["nodes"][number];

interface MeetingsProps {
  theme: ThemeMeetingsFragment;
  failed: (field: string) => boolean;
}

/** What the public may know of the national meetings: when, where, how many, and the synthesis. */
export const Meetings = ({ theme, failed }: MeetingsProps) => (
  <Section title={t`Réunions nationales`}>
    {theme.meetingQuotas?.map((quota) => (
      <p key={quota.schoolYear}>
        <Trans>
          {quota.schoolYear} : {quota.inPersonHeld} sur {quota.inPersonDue} en présentiel, {quota.remoteHeld} sur{" "}
          {quota.remoteDue} à distance.
        </Trans>
      </p>
    ))}
    <Part
      value={theme.meetings?.nodes}
      failed={failed("meetings")}
      empty={<p>{t`Aucune réunion n’est encore prévue.`}</p>}
    >
      {(meetings) => (
        <ul className="items">
          {meetings.map((meeting) => (
            <MeetingItem key={meeting.id} meeting={meeting} />
          ))}
        </ul>
      )}
    </Part>
  </Section>
);

function MeetingItem({ meeting }: { meeting: MeetingFacts }) {
  const place = meeting.atMinistry ? t`au ministère` : meeting.place;
  return (
    <li className="item">
      <h3 className="item__title" lang={inFrench}>
        {meeting.title}
      </h3>
      <p className="item__summary" lang={inFrench}>
        {meeting.purpose}
      </p>
      <p className="item__facts">
        <StateBadge of="MeetingState" value={meeting.state} />
        <span>
          <time dateTime={meeting.startsAt}>{span(meeting.startsAt, meeting.endsAt, meeting.timeZone)}</time>
        </span>
        <span>{[labelOf("MeetingMode", meeting.mode), place].filter(Boolean).join(", ")}</span>
        {meeting.presentCount > 0 && (
          <span>{plural(meeting.presentCount, { one: "# présent·e", other: "# présent·es" })}</span>
        )}
      </p>
      {meeting.synthesis && (
        <details>
          <summary>{t`Synthèse de la réunion`}</summary>
          <Prose text={meeting.synthesis.text} />
          <p>
            <a href={meeting.synthesis.url} rel="noreferrer">
              {t`Synthèse sur éduscol`}
            </a>
          </p>
        </details>
      )}
    </li>
  );
}
