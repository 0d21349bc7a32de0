import { plural, t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Link } from "react-router";
import { definePage } from "../../../apollo/page.ts";
import { Actions, CarriedActions } from "../../../features/meetings/Actions.tsx";
import { Answer } from "../../../features/meetings/Answer.tsx";
import { Attendance } from "../../../features/meetings/Attendance.tsx";
import { CheckIn } from "../../../features/meetings/CheckIn.tsx";
import { DatePoll } from "../../../features/meetings/DatePoll.tsx";
import { Hold } from "../../../features/meetings/Hold.tsx";
import { Minutes } from "../../../features/meetings/Minutes.tsx";
import { CorrectPresence, PresenceHistory } from "../../../features/meetings/Presences.tsx";
import { type MeetingRights, meetingRights } from "../../../features/meetings/rights.ts";
import { Steps } from "../../../features/meetings/Steps.tsx";
import { Superiors } from "../../../features/meetings/Superiors.tsx";
import { Synthesis } from "../../../features/meetings/Synthesis.tsx";
import { graphql } from "../../../gen/gql.ts";
import type { MeetingDeskFragment } from "../../../gen/graphql.ts";
import { inFrench } from "../../../language.ts";
import { deadline, duration, span } from "../../../ui/dates.ts";
import { Facts } from "../../../ui/Facts.tsx";
import { French } from "../../../ui/French.tsx";
import { labelOf } from "../../../ui/labels.ts";
import { Reveal } from "../../../ui/Reveal.tsx";
import { Section } from "../../../ui/Section.tsx";
import { StateBadge } from "../../../ui/StateBadge.tsx";
import { useSite } from "../../../ui/site.ts";
import { Time } from "../../../ui/Time.tsx";
import { Screen } from "../parts/Screen.tsx";
import { ReportCards } from "./ReportCards.tsx";

const page = definePage({
  query: graphql(`
    query MeetingScreen($id: ID!) {
      meeting(id: $id) {
        ...MeetingDesk
      }
      viewer {
        ...ViewerRights
      }
    }
  `),
  variables: ({ params }) => ({ id: params.id ?? "" }),
  subject: "meeting",
  head: ({ meeting }) => ({ title: meeting?.title ?? "", noindex: true }),
  fresh: true,
});

export const loader = page.loader;
export const clientLoader = page.clientLoader;
export const meta = page.meta;

export default function MeetingScreen() {
  const { data } = page.useData();
  const { meeting, viewer } = data;
  if (!meeting) return null;
  const rights = meetingRights(viewer, meeting);
  return (
    <Screen title={meeting.title} content path={[[t`Réunions`, "/espace/reunions"]]}>
      <p className="item__facts">
        <StateBadge of="MeetingState" value={meeting.state} />
        <span>{labelOf("MeetingLevel", meeting.level)}</span>
        <span>{labelOf("MeetingMode", meeting.mode)}</span>
      </p>
      {meeting.state === "CANCELLED" && (
        <p>
          <Trans>
            Réunion annulée : <French>{meeting.cancelReason}</French>
          </Trans>
        </p>
      )}
      <Gaps meeting={meeting} />
      <Identity meeting={meeting} />
      <Steps meeting={meeting} rights={rights} />
      <DatePoll meeting={meeting} rights={rights} />
      <Agenda meeting={meeting} rights={rights} />
      <Convocation meeting={meeting} rights={rights} />
      <Superiors meeting={meeting} rights={rights} />
      {wasHeld(meeting) && (
        <Section title={t`Compte rendu`}>
          <Minutes meeting={meeting} rights={rights} />
        </Section>
      )}
      <Actions meeting={meeting} rights={rights} />
      {wasHeld(meeting) && meeting.level === "NATIONAL" && (
        <Section title={t`Synthèse publique`}>
          <Synthesis meeting={meeting} mayPublish={rights.publish} />
        </Section>
      )}
      <Progress meeting={meeting} />
    </Screen>
  );
}

const wasHeld = ({ state }: MeetingDeskFragment) => ["HELD", "MINUTES_APPROVED", "SYNTHESIS_ONLINE"].includes(state);

function Gaps({ meeting }: { meeting: MeetingDeskFragment }) {
  if (meeting.gaps.length === 0) return null;
  return (
    <ul className="gaps" aria-label={t`Ce qui manque`}>
      {meeting.gaps.map(({ code, message, requirement }) => (
        <li key={code} data-severity="WARNING">
          <p lang={inFrench}>{message}</p>
          <p className="fr-hint-text">
            <Trans>Cahier des charges, {requirement}</Trans>
          </p>
        </li>
      ))}
    </ul>
  );
}

const Identity = ({ meeting }: { meeting: MeetingDeskFragment }) => (
  <Facts
    facts={[
      [t`Quand`, span(meeting.startsAt, meeting.endsAt, meeting.timeZone)],
      [t`Lieu`, meeting.atMinistry ? [t`Au ministère`, meeting.place].filter(Boolean).join(", ") : meeting.place],
      [t`Visioconférence`, meeting.videoUrl && <VideoLink key="video" url={meeting.videoUrl} />],
      [
        t`Agenda`,
        <a key="calendar" href={meeting.calendarUrl}>
          {t`Fichier iCalendar de cette réunion`}
        </a>,
      ],
      [t`Objet`, meeting.purpose && <French key="purpose">{meeting.purpose}</French>],
      [
        t`Thème`,
        meeting.theme && (
          <Link key="theme" to={`/espace/themes/${meeting.theme.id}`} lang={inFrench}>
            {meeting.theme.title}
          </Link>
        ),
      ],
      [t`Projet`, meeting.project && <French key="project">{meeting.project.title}</French>],
      [t`Académie`, meeting.academy?.name],
      [t`Convoquée`, meeting.convenedAt && <Convened key="convened" meeting={meeting} />],
    ]}
  />
);

const VideoLink = ({ url }: { url: string }) => (
  <a href={url} rel="noreferrer">
    {url}
  </a>
);

function Convened({ meeting: { convenedAt, convenedBy } }: { meeting: MeetingDeskFragment }) {
  if (!convenedAt) return null;
  return convenedBy ? (
    <Trans>
      <Time at={convenedAt} as="instant" /> par {convenedBy.displayName}
    </Trans>
  ) : (
    <Time at={convenedAt} as="instant" />
  );
}

function Agenda({ meeting, rights }: ConvocationProps) {
  return (
    <Section title={t`Ordre du jour`}>
      {meeting.agenda.length === 0 ? (
        <p>{t`L’ordre du jour n’est pas encore donné.`}</p>
      ) : (
        <ol>
          {meeting.agenda.map(({ title, minutes, speaker }) => (
            <li key={title}>
              <French>{title}</French>
              <span className="fr-hint-text">
                {[minutes != null && duration(minutes), speaker].filter(Boolean).join(", ")}
              </span>
            </li>
          ))}
        </ol>
      )}
      <CarriedActions meeting={meeting} rights={rights} />
    </Section>
  );
}

interface ConvocationProps {
  meeting: MeetingDeskFragment;
  rights: MeetingRights;
}

function Convocation({ meeting, rights }: ConvocationProps) {
  const { now } = useSite().clock;
  const convened = meeting.state === "CONVENED";
  if (meeting.state === "PLANNED" || meeting.state === "CANCELLED") return null;
  return (
    <>
      {convened && rights.mine && (
        <Section title={t`Votre réponse`}>
          {meeting.answersDueAt && (
            <p className="fr-hint-text">
              <Trans>Réponse attendue avant le {deadline(meeting.answersDueAt, meeting.timeZone)}.</Trans>
            </p>
          )}
          <Answer meeting={meeting} mine={rights.mine} />
        </Section>
      )}
      <Section title={convened ? t`Personnes convoquées` : t`Présences`}>
        {meeting.attendance ? (
          <Attendance attendance={meeting.attendance} held={!convened} />
        ) : (
          <p>
            {meeting.presentCount > 0 &&
              plural(meeting.presentCount, { one: "# personne présente.", other: "# personnes présentes." })}{" "}
            {t`La liste est réservée au groupe.`}
          </p>
        )}
        <CheckIn meeting={meeting} rights={rights} />
        {convened && rights.lead && now >= meeting.startsAt && (
          <Reveal label={t`Constater la tenue et les présences`} priority="primary">
            {(close) => <Hold meeting={meeting} onDone={close} />}
          </Reveal>
        )}
        {convened && rights.lead && now < meeting.startsAt && (
          <p className="fr-hint-text">{t`La liste des présences s’ouvre au début de la réunion.`}</p>
        )}
        {!convened && rights.lead && <CorrectPresence meeting={meeting} />}
        <PresenceHistory meeting={meeting} />
        <Documents meeting={meeting} />
      </Section>
    </>
  );
}

/** Each for who may have it. */
function Documents({ meeting }: { meeting: MeetingDeskFragment }) {
  const documents = [
    [t`Feuille d’émargement (PDF)`, meeting.signInSheetUrl],
    [
      meeting.mode === "IN_PERSON"
        ? t`Votre convocation, à joindre à la demande d’ordre de mission (PDF)`
        : t`Votre convocation (PDF)`,
      meeting.convocationUrl,
    ],
    [t`Votre attestation de présence (PDF)`, meeting.certificateUrl],
  ] as const;
  const given = documents.flatMap(([label, url]) => (url ? [{ label, url }] : []));
  if (given.length === 0) return null;
  return (
    <ul className="plain">
      {given.map(({ label, url }) => (
        <li key={url}>
          <a href={url}>{label}</a>
        </li>
      ))}
    </ul>
  );
}

function Progress({ meeting }: { meeting: MeetingDeskFragment }) {
  if (!meeting.progress || meeting.progress.length === 0) return null;
  return (
    <Section title={t`Avancement des académies`}>
      {meeting.theme && (
        <p>
          <Link
            to={`/espace/themes/${meeting.theme.id}/avancement`}
          >{t`Rendre compte, ou lire les points d’étape`}</Link>
        </p>
      )}
      <ReportCards teams={meeting.progress} />
    </Section>
  );
}
