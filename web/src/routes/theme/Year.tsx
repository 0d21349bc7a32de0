import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { graphql } from "../../gen/gql.ts";
import type { ThemeYearFragment } from "../../gen/graphql.ts";
import { inFrench } from "../../language.ts";
import { daysLeft, monthName } from "../../ui/dates.ts";
import { Section } from "../../ui/Section.tsx";
import { useSite } from "../../ui/site.ts";
import { Time } from "../../ui/Time.tsx";
import { Unavailable } from "../../ui/Unavailable.tsx";
import {
  isPast,
  monthsIn,
  nextOf,
  place,
  type Span,
  share,
  spanOf,
  time,
  type YearEvent,
  type YearKind,
  yearEvents,
} from "./year.ts";

export const THEME_YEAR = graphql(`
  fragment ThemeYear on Theme {
    id
    durationYears
    launchedAt
    agreement {
      at
    }
    campaign {
      id
      call {
        opensAt
        closesAt
      }
      schoolYears {
        rank
        label
        startsOn
        endsOn
      }
    }
    workPlan {
      milestones {
        title
        dueOn
      }
    }
    meetings(level: NATIONAL, first: 20) {
      nodes {
        id
        title
        startsAt
        state
      }
    }
    syntheses {
      id
      title
      signedAt
      distributedAt
    }
  }
`);

export const YEAR_TITLE = t`L’année du thème`;

/** Where the title does not say it. */
const kinds: Partial<Record<YearKind, string>> = {
  milestone: t`Étape du calendrier de travail`,
  meeting: t`Réunion nationale`,
  signature: t`Synthèse signée`,
  distribution: t`Synthèse diffusée`,
};

interface YearProps {
  theme: ThemeYearFragment;
  failed: (field: string) => boolean;
}

/** The year as a line of numbered marks, and as the list that says the same in words. */
export function Year({ theme, failed }: YearProps) {
  const { now } = useSite().clock;
  const events = yearEvents(theme);
  return (
    <Section title={YEAR_TITLE}>
      <Next event={nextOf(events, now)} now={now} />
      {["meetings", "syntheses"].some(failed) && <Unavailable />}
      <Line events={events} now={now} />
      <ol className="year__list fr-raw-list">
        {events.map((event, rank) => (
          <li key={keyOf(event)} data-past={isPast(event, now)}>
            <span className="year__number" aria-hidden="true">
              {rank + 1}
            </span>
            <span className="year__date">
              <Time at={event.at} />
            </span>
            <span>
              <span lang={langOf(event)}>{event.title}</span>
              <span className="fr-hint-text">
                {[kinds[event.kind], isPast(event, now) ? t`passé` : daysLeft(now, event.at)]
                  .filter(Boolean)
                  .join(" · ")}
              </span>
            </span>
          </li>
        ))}
      </ol>
    </Section>
  );
}

const keyOf = ({ kind, title, at }: YearEvent) => `${kind} ${at} ${title}`;

/** What its authors named is French content; the rest is ours. */
const langOf = ({ kind }: YearEvent) => (kinds[kind] ? inFrench : undefined);

function Next({ event, now }: { event: YearEvent | undefined; now: string }) {
  if (!event) return <p>{t`Toutes les étapes connues sont passées.`}</p>;
  const { title, at } = event;
  const left = daysLeft(now, at);
  return (
    <p>
      <Trans>
        Prochaine étape : <strong lang={langOf(event)}>{title}</strong>, le <Time at={at} />, {left}.
      </Trans>
    </p>
  );
}

const LANE = 26;
const RADIUS = 11;
const SCALE = 40;

/** In percent of the width: no text is ever scaled, and it fits wherever the page does. */
function Line({ events, now }: { events: YearEvent[]; now: string }) {
  const span = spanOf(events);
  const places = place(events, span);
  const lanes = Math.max(...places.map(({ lane }) => lane)) + 1;
  const base = lanes * LANE + 8;
  const marks = events.map((event, rank) => {
    const { x, lane } = places[rank] ?? { x: 0, lane: 0 };
    return { key: keyOf(event), x: along(x), y: base - 14 - lane * LANE, past: isPast(event, now) };
  });
  return (
    <svg className="year" width="100%" height={base + SCALE} aria-hidden="true">
      <line x1="0" x2="100%" y1={base} y2={base} className="year__axis" />
      <Months span={span} base={base} />
      {now && <Today x={share(time(now), span)} base={base} />}
      {marks.map((mark) => (
        <line key={mark.key} x1={mark.x} x2={mark.x} y1={mark.y} y2={base} className="year__stem" />
      ))}
      {marks.map(({ key, ...mark }, rank) => (
        <Mark key={key} number={rank + 1} {...mark} />
      ))}
    </svg>
  );
}

const percent = (part: number) => `${(part * 100).toFixed(2)}%`;

/** The marks stay whole at both ends of the line. */
const along = (part: number) => percent(0.03 + part * 0.94);

const Mark = ({ number, x, y, past }: { number: number; x: string; y: number; past: boolean }) => (
  <g className="year__mark" data-past={past}>
    <circle cx={x} cy={y} r={RADIUS} className="year__disc" />
    <text x={x} y={y + 4} className="year__label">
      {number}
    </text>
  </g>
);

const Today = ({ x, base }: { x: number; base: number }) => {
  const at = along(x);
  return <line x1={at} x2={at} y1="0" y2={base + 6} className="year__today" />;
};

/** Each month by its initial, and the years under their first month. */
const Months = ({ span, base }: { span: Span; base: number }) => (
  <>
    {monthsIn(span).map(({ key, from, width }, rank) => {
      const start = along(from);
      return (
        <g key={key}>
          <line x1={start} x2={start} y1={base} y2={base + 5} className="year__tick" />
          <text x={along(from + width / 2)} y={base + 18} className="year__month">
            {monthName(key).charAt(0).toUpperCase()}
          </text>
          {(rank === 0 || key.endsWith("-01")) && (
            <text x={start} y={base + 36} className="year__year">
              {key.slice(0, 4)}
            </text>
          )}
        </g>
      );
    })}
  </>
);
