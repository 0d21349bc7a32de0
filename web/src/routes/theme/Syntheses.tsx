import { t } from "@lingui/core/macro";
import { Link } from "react-router";
import { graphql } from "../../gen/gql.ts";
import type { ThemeSynthesesFragment } from "../../gen/graphql.ts";
import { inFrench } from "../../language.ts";
import { labelOf } from "../../ui/labels.ts";
import { Section } from "../../ui/Section.tsx";
import { StateBadge } from "../../ui/StateBadge.tsx";
import { Time } from "../../ui/Time.tsx";
import { Part } from "../../ui/Unavailable.tsx";

export const THEME_SYNTHESES = graphql(`
  fragment ThemeSyntheses on Theme {
    syntheses {
      id
      kind
      state
      title
      distributedAt
    }
  }
`);

interface SynthesesProps {
  theme: ThemeSynthesesFragment;
  failed: (field: string) => boolean;
  /** Where each is read: its public page, or its place of work. */
  at: string;
}

/** What its experts say of the theme's year, or years (R91, R92). */
export const Syntheses = ({ theme, failed, at }: SynthesesProps) => (
  <Section title={t`Synthèses`}>
    <Part
      value={theme.syntheses?.length ? theme.syntheses : null}
      failed={failed("syntheses")}
      empty={<p>{t`La synthèse de ce thème n’est pas encore diffusée.`}</p>}
    >
      {(all) => (
        <ul className="items">
          {all.map(({ id, kind, state, title, distributedAt }) => (
            <li key={id} className="item">
              <h3 className="item__title" lang={inFrench}>
                <Link to={`${at}/${id}`}>{title}</Link>
              </h3>
              <p className="item__facts">
                <StateBadge of="SynthesisState" value={state} />
                <span>{labelOf("SynthesisKind", kind)}</span>
                {distributedAt && (
                  <span>
                    <Time at={distributedAt} />
                  </span>
                )}
              </p>
            </li>
          ))}
        </ul>
      )}
    </Part>
  </Section>
);
