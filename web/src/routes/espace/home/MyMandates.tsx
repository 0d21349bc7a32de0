import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { graphql } from "../../../gen/gql.ts";
import type { MyMandatesFragment } from "../../../gen/graphql.ts";
import { labelOf } from "../../../ui/labels.ts";
import { capital } from "../../../ui/plural.ts";
import { TableFrame } from "../../../ui/TableFrame.tsx";
import { Time } from "../../../ui/Time.tsx";

export const MY_MANDATES = graphql(`
  fragment MyMandates on Viewer {
    id
    mandates {
      id
      role
      disciplineCode
      departement
      startsOn
      endsOn
      academy {
        code
        label
      }
      theme {
        id
        title
      }
    }
  }
`);

type Mandate = MyMandatesFragment["mandates"][number];

/** What gives the person rights, where and until when. */
export const MyMandates = ({ mandates }: { mandates: Mandate[] }) =>
  mandates.length === 0 ? (
    <p>
      <Trans>
        Vous n’avez aucun mandat en vigueur : la personne déléguée au numérique de votre académie peut vous renseigner.
      </Trans>
    </p>
  ) : (
    <TableFrame caption={t`Mes mandats en vigueur`}>
      <thead>
        <tr>
          <th scope="col">{t`Rôle`}</th>
          <th scope="col">{t`Périmètre`}</th>
          <th scope="col">{t`Depuis le`}</th>
          <th scope="col">{t`Jusqu’au`}</th>
        </tr>
      </thead>
      <tbody>
        {mandates.map((mandate) => (
          <tr key={mandate.id}>
            <th scope="row">{labelOf("Role", mandate.role)}</th>
            <td>{scopeOf(mandate)}</td>
            <td>
              <Time at={mandate.startsOn} />
            </td>
            <td>{mandate.endsOn ? <Time at={mandate.endsOn} /> : t`Sans terme fixé`}</td>
          </tr>
        ))}
      </tbody>
    </TableFrame>
  );

const scopeOf = ({ academy, theme, departement }: Mandate) =>
  [academy && capital(academy.label), departement && t`département ${departement}`, theme?.title]
    .filter(Boolean)
    .join(", ") || t`National`;
