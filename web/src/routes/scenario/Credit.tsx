import { graphql } from "../../gen/gql.ts";
import type { ScenarioCreditFragment } from "../../gen/graphql.ts";
import { Facts } from "../../ui/Facts.tsx";
import { Section } from "../../ui/Section.tsx";
import { Time } from "../../ui/Time.tsx";
import { Part } from "../../ui/Unavailable.tsx";

export const SCENARIO_CREDIT = graphql(`
  fragment ScenarioCredit on Scenario {
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
    <Section title="Citer et réutiliser">
      <blockquote className="credit">{scenario.credit}</blockquote>
      <Facts
        facts={[
          ["Licence", scenario.licence],
          ["Publié le", scenario.publishedAt && <Time key="published" at={scenario.publishedAt} />],
          ["ÉDU’base", scenario.edubase.url && <EdubaseLink key="edubase" {...scenario.edubase} />],
        ]}
      />
      {scenario.versions.length > 1 && (
        <details>
          <summary>Versions</summary>
          <ol reversed>
            {scenario.versions.map(({ number, title, publishedAt }) => (
              <li key={number} value={number}>
                {title}, <Time at={publishedAt} />
              </li>
            ))}
          </ol>
        </details>
      )}
    </Section>
    <Section title="Relais">
      <Part value={scenario.relays} failed={failed("relays")} empty={<p>Ce scénario n’a pas encore été relayé.</p>}>
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
    Fiche{number ? ` n° ${number}` : ""}
  </a>
);

function RelayName({ relay }: { relay: NonNullable<ScenarioCreditFragment["relays"]>[number] }) {
  const { edition, channel, url } = relay;
  if (edition) return <a href={edition.url}>{edition.title}</a>;
  const name = channel ? `${channel.network}, ${channel.handle}` : "Relais";
  return url ? (
    <a href={url} rel="noreferrer">
      {name}
    </a>
  ) : (
    name
  );
}
