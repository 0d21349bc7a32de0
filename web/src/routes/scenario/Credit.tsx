import { t } from "@lingui/core/macro";
import { Link } from "react-router";
import { graphql } from "../../gen/gql.ts";
import type { ScenarioCreditFragment } from "../../gen/graphql.ts";
import { inFrench } from "../../language.ts";
import { Facts } from "../../ui/Facts.tsx";
import { French } from "../../ui/French.tsx";
import { Section } from "../../ui/Section.tsx";
import { Time } from "../../ui/Time.tsx";
import { Part } from "../../ui/Unavailable.tsx";

export const SCENARIO_CREDIT = graphql(`
  fragment ScenarioCredit on Scenario {
    slug
    state
    credit
    licence
    publishedAt
    edubase {
      state
      number
      url
    }
    versions {
      number
      title
      publishedAt
    }
    relays {
      id
      at
      url
      channel {
        id
        network
        handle
      }
      edition {
        id
        title
        url
      }
    }
  }
`);

interface CreditProps {
  scenario: ScenarioCreditFragment;
  failed: (field: string) => boolean;
}

/** How to quote and reuse the scenario, its versions, and who passed it on. */
export const Credit = ({ scenario, failed }: CreditProps) => (
  <>
    <Section title={t`Citer et réutiliser`}>
      <blockquote className="credit" lang={inFrench}>
        {scenario.credit}
      </blockquote>
      <Facts
        facts={[
          [t`Licence`, scenario.licence],
          [t`Publié le`, scenario.publishedAt && <Time key="published" at={scenario.publishedAt} />],
          [
            t`Notice pour les catalogues`,
            scenario.state === "PUBLISHED" && (
              <a key="record" href={`/scenarios/${scenario.slug}.xml`} type="application/xml">{t`ScoLOMFR (XML)`}</a>
            ),
          ],
          [t`ÉDU’base`, scenario.edubase.url && <EdubaseLink key="edubase" {...scenario.edubase} />],
        ]}
      />
      {scenario.state === "PUBLISHED" && scenario.versions.length > 0 && (
        <details>
          <summary>{t`Versions`}</summary>
          <ol reversed>
            {scenario.versions.map(({ number, title, publishedAt }) => (
              <li key={number} value={number}>
                <Link to={`/scenarios/${scenario.slug}/versions/${number}`}>
                  <French>{title}</French>, <Time at={publishedAt} />
                </Link>
              </li>
            ))}
          </ol>
        </details>
      )}
    </Section>
    <Section title={t`Relais`}>
      <Part
        value={scenario.relays}
        failed={failed("relays")}
        empty={<p>{t`Ce scénario n’a pas encore été relayé.`}</p>}
      >
        {(relays) => (
          <ul>
            {relays.map((relay) => (
              <li key={relay.id}>
                <RelayName relay={relay} />, <Time at={relay.at} />
              </li>
            ))}
          </ul>
        )}
      </Part>
    </Section>
  </>
);

const EdubaseLink = ({ url, number }: { url?: string | null; number?: number | null }) => (
  <a href={url ?? ""} rel="noreferrer">
    {number ? t`Fiche n° ${number}` : t`Fiche`}
  </a>
);

function RelayName({ relay }: { relay: NonNullable<ScenarioCreditFragment["relays"]>[number] }) {
  const { edition, channel, url } = relay;
  if (edition)
    return (
      <a href={edition.url} lang={inFrench}>
        {edition.title}
      </a>
    );
  const name = channel ? `${channel.network}, ${channel.handle}` : t`Relais`;
  return url ? (
    <a href={url} rel="noreferrer">
      {name}
    </a>
  ) : (
    name
  );
}
