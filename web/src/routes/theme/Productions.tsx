import { plural, t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Link } from "react-router";
import { graphql } from "../../gen/gql.ts";
import type { ThemeProductionsFragment } from "../../gen/graphql.ts";
import { figure } from "../../ui/plural.ts";
import { Section } from "../../ui/Section.tsx";
import { Part } from "../../ui/Unavailable.tsx";
import { Materials, Modules } from "../parts/Productions.tsx";
import { ScenarioItem } from "../parts/ScenarioItem.tsx";

export const THEME_PRODUCTIONS = graphql(`
  fragment ThemeProductions on Theme {
    id
    scenarios(first: 10) {
      totalCount
      nodes {
        ...ScenarioItem
      }
    }
    materials {
      ...MaterialItem
    }
    modules {
      ...ModuleItem
    }
    diffusion {
      published
      relayedInLetters
      relayedByChannels
    }
  }
`);

interface ProductionsProps {
  theme: ThemeProductionsFragment;
  failed: (field: string) => boolean;
}

export const Productions = ({ theme, failed }: ProductionsProps) => (
  <>
    <Section title={t`Scénarios publiés`}>
      <Part value={theme.scenarios} failed={failed("scenarios")}>
        {({ nodes, totalCount }) =>
          nodes.length === 0 ? (
            <p>
              <Trans>Aucun scénario n’est encore publié : les équipes les mettent d’abord à l’épreuve en classe.</Trans>
            </p>
          ) : (
            <>
              <ul className="items">
                {nodes.map((scenario) => (
                  <ScenarioItem key={scenario.id} scenario={scenario} />
                ))}
              </ul>
              {totalCount > nodes.length && (
                <p>
                  <Link to={`/scenarios?theme=${theme.id}`}>
                    <Trans>Voir les {figure(totalCount)} scénarios du thème</Trans>
                  </Link>
                </p>
              )}
            </>
          )
        }
      </Part>
      {theme.diffusion && <p>{diffusion(theme.diffusion)}</p>}
    </Section>
    <Section title={t`Supports de communication`}>
      <Part
        value={theme.materials}
        failed={failed("materials")}
        empty={<p>{t`Aucun support n’est encore déclaré.`}</p>}
      >
        {(materials) => <Materials materials={materials} />}
      </Part>
    </Section>
    <Section title={t`Modules de formation`}>
      <Part value={theme.modules} failed={failed("modules")} empty={<p>{t`Aucun module n’est encore déclaré.`}</p>}>
        {(modules) => <Modules modules={modules} />}
      </Part>
    </Section>
  </>
);

const diffusion = (facts: NonNullable<ThemeProductionsFragment["diffusion"]>) =>
  t`${plural(facts.published, { one: "# publication", other: "# publications" })} du thème : ${figure(facts.relayedInLetters)} dans la lettre Édu_Num, ${figure(facts.relayedByChannels)} par les comptes et sites.`;
