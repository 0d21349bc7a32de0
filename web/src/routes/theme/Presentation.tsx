import { Link } from "react-router";
import { graphql } from "../../gen/gql.ts";
import type { ThemePresentationFragment } from "../../gen/graphql.ts";
import { Facts } from "../../ui/Facts.tsx";
import { labelOf } from "../../ui/labels.ts";
import { count } from "../../ui/plural.ts";
import { Section } from "../../ui/Section.tsx";
import { StateBadge } from "../../ui/StateBadge.tsx";
import { useSite } from "../../ui/site.ts";
import { Time } from "../../ui/Time.tsx";
import { Timeline } from "../../ui/Timeline.tsx";

export const THEME_PRESENTATION = graphql(`
  fragment ThemePresentation on Theme {
    questions
    axes
    kind
    state
    durationYears
    borrowedFrom
    retainedCount
    leadAcademyReason
    campaign {
      id
      label
    }
    disciplines {
      code
      label
    }
    leadAcademy {
      code
      label
    }
    agreement {
      at
      note
      by {
        id
        displayName
      }
    }
    workPlan {
      milestones {
        title
        dueOn
      }
    }
  }
`);

export function Presentation({ theme }: { theme: ThemePresentationFragment }) {
  const { now } = useSite().clock;
  return (
    <>
      <ThemeFacts theme={theme} />
      <List title="Problématiques" items={theme.questions} />
      <List title="Axes de travail" items={theme.axes} />
      {theme.workPlan && theme.workPlan.milestones.length > 0 && (
        <Section title="Calendrier de travail">
          <Timeline now={now} steps={theme.workPlan.milestones.map(({ title, dueOn }) => ({ title, at: dueOn }))} />
        </Section>
      )}
    </>
  );
}

function ThemeFacts({ theme }: { theme: ThemePresentationFragment }) {
  const { agreement, leadAcademy } = theme;
  return (
    <>
      {theme.borrowedFrom && (
        <p className="fr-hint-text">Titre emprunté, pour la démonstration, à la campagne {theme.borrowedFrom}.</p>
      )}
      <Facts
        facts={[
          ["État", <StateBadge key="state" of="ThemeState" value={theme.state} />],
          [
            "Campagne",
            <Link key="campaign" to={`/themes?campagne=${theme.campaign.id}`}>
              {theme.campaign.label}
            </Link>,
          ],
          ["Nature", labelOf("ThemeKind", theme.kind)],
          ["Disciplines", theme.disciplines.map(({ label }) => label).join(", ")],
          ["Durée", count(theme.durationYears, "année scolaire", "années scolaires")],
          ["Équipes retenues", theme.retainedCount],
          [
            "Académie chef de file",
            leadAcademy && (
              <>
                <Link to={`/academies/${leadAcademy.code}`}>{leadAcademy.label}</Link>
                {theme.leadAcademyReason && <span className="fr-hint-text">{theme.leadAcademyReason}</span>}
              </>
            ),
          ],
          [
            "Accord de l’inspection générale",
            agreement && (
              <>
                {agreement.by ? `${agreement.by.displayName}, le ` : "Le "}
                <Time at={agreement.at} />
                {agreement.note && <span className="fr-hint-text">{agreement.note}</span>}
              </>
            ),
          ],
        ]}
      />
    </>
  );
}

function List({ title, items }: { title: string; items: string[] }) {
  if (items.length === 0) return null;
  return (
    <Section title={title}>
      <ul>
        {items.map((item) => (
          <li key={item}>{item}</li>
        ))}
      </ul>
    </Section>
  );
}
