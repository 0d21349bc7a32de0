import { t } from "@lingui/core/macro";
import { graphql } from "../../gen/gql.ts";
import type { ThemeParticipationFragment } from "../../gen/graphql.ts";
import { Section } from "../../ui/Section.tsx";
import { Part } from "../../ui/Unavailable.tsx";
import { ParticipationFigures } from "../parts/ParticipationFigures.tsx";

export const THEME_PARTICIPATION = graphql(`
  fragment ThemeParticipation on Theme {
    participation(by: ACADEMY) {
      total {
        ...ParticipationTotals
      }
    }
  }
`);

interface ThemeParticipationProps {
  theme: ThemeParticipationFragment;
  failed: (field: string) => boolean;
}

export const ThemeParticipation = ({ theme, failed }: ThemeParticipationProps) => (
  <Section title={t`Participation`}>
    <Part value={theme.participation} failed={failed("participation")} empty={<p>{t`Pas encore de chiffres.`}</p>}>
      {({ total }) => <ParticipationFigures figures={total} />}
    </Part>
  </Section>
);
