import { plural, t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Link } from "react-router";
import { isSpecified, Specification } from "../../features/projects/Specification.tsx";
import { graphql } from "../../gen/gql.ts";
import type { ThemePresentationFragment } from "../../gen/graphql.ts";
import { inFrench } from "../../language.ts";
import { Facts } from "../../ui/Facts.tsx";
import { French } from "../../ui/French.tsx";
import { labelOf } from "../../ui/labels.ts";
import { Section } from "../../ui/Section.tsx";
import { StateBadge } from "../../ui/StateBadge.tsx";
import { Time } from "../../ui/Time.tsx";

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
      specificationUrl
      specificationFile {
        id
        name
        size
        url
      }
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
  }
`);

export const Presentation = ({ theme }: { theme: ThemePresentationFragment }) => (
  <>
    <List title={t`Problématiques`} items={theme.questions} />
    <List title={t`Axes de travail`} items={theme.axes} />
  </>
);

export function ThemeFacts({ theme }: { theme: ThemePresentationFragment }) {
  const { agreement, leadAcademy } = theme;
  return (
    <>
      {theme.borrowedFrom && (
        <p className="fr-hint-text">
          <Trans>Titre emprunté, pour la démonstration, à la campagne {theme.borrowedFrom}.</Trans>
        </p>
      )}
      <Facts
        facts={[
          [t`État`, <StateBadge key="state" of="ThemeState" value={theme.state} />],
          [
            t`Campagne`,
            <Link key="campaign" to={`/themes?campagne=${theme.campaign.id}`}>
              {theme.campaign.label}
            </Link>,
          ],
          [
            t`Cahier des charges`,
            isSpecified(theme.campaign) && <Specification key="specification" campaign={theme.campaign} />,
          ],
          [t`Nature`, labelOf("ThemeKind", theme.kind)],
          [
            t`Disciplines`,
            theme.disciplines.length > 0 && (
              <French key="disciplines">{theme.disciplines.map(({ label }) => label).join(", ")}</French>
            ),
          ],
          [t`Durée`, plural(theme.durationYears, { one: "# année scolaire", other: "# années scolaires" })],
          [t`Équipes retenues`, theme.retainedCount],
          [
            t`Académie chef de file`,
            leadAcademy && (
              <>
                <Link to={`/academies/${leadAcademy.code}`} lang={inFrench}>
                  {leadAcademy.label}
                </Link>
                {theme.leadAcademyReason && (
                  <span className="fr-hint-text" lang={inFrench}>
                    {theme.leadAcademyReason}
                  </span>
                )}
              </>
            ),
          ],
          [
            t`Accord de l’inspection générale`,
            agreement && (
              <>
                {agreement.by ? (
                  <Trans>
                    {agreement.by.displayName}, le <Time at={agreement.at} />
                  </Trans>
                ) : (
                  <Trans>
                    Le <Time at={agreement.at} />
                  </Trans>
                )}
                {agreement.note && (
                  <span className="fr-hint-text" lang={inFrench}>
                    {agreement.note}
                  </span>
                )}
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
          <li key={item} lang={inFrench}>
            {item}
          </li>
        ))}
      </ul>
    </Section>
  );
}
