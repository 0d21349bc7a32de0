import { t } from "@lingui/core/macro";
import type { CampaignBoardFragment } from "../../gen/graphql.ts";
import { labelOf } from "../../ui/labels.ts";
import { Section } from "../../ui/Section.tsx";
import { TableFrame } from "../../ui/TableFrame.tsx";
import { Time } from "../../ui/Time.tsx";

/** The dated phases, the one under way told in words (R01). */
export const Calendar = ({ campaign: { phases, phase } }: { campaign: CampaignBoardFragment }) => (
  <Section title={t`Calendrier de la campagne`}>
    <TableFrame caption={t`Étapes de la campagne`}>
      <thead>
        <tr>
          <th scope="col">{t`Étape`}</th>
          <th scope="col">{t`Début`}</th>
          <th scope="col">{t`Fin`}</th>
        </tr>
      </thead>
      <tbody>
        {phases.map(({ kind, startsAt, endsAt }) => (
          <tr key={kind}>
            <th scope="row">
              {labelOf("PhaseKind", kind)}
              {kind === phase && ` (${t`en cours`})`}
            </th>
            <td>
              <Time at={startsAt} as="deadline" />
            </td>
            <td>
              <Time at={endsAt} as="deadline" />
            </td>
          </tr>
        ))}
      </tbody>
    </TableFrame>
  </Section>
);
