import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { definePage } from "../../../apollo/page.ts";
import { Nature, quantityOf } from "../../../features/projects/PayLinesTable.tsx";
import { graphql } from "../../../gen/gql.ts";
import type { OwnPayQuery } from "../../../gen/graphql.ts";
import { inFrench } from "../../../language.ts";
import { longDate } from "../../../ui/dates.ts";
import { Empty } from "../../../ui/Empty.tsx";
import { afterOf, Pager } from "../../../ui/Pager.tsx";
import { StateBadge } from "../../../ui/StateBadge.tsx";
import { TableFrame } from "../../../ui/TableFrame.tsx";
import { Part } from "../../../ui/Unavailable.tsx";
import { Screen } from "../parts/Screen.tsx";

const PAGE_SIZE = 20;

const page = definePage({
  query: graphql(`
    query OwnPay($first: Int!, $after: String) {
      viewer {
        id
        payLines(first: $first, after: $after) {
          totalCount
          pageInfo {
            hasNextPage
            endCursor
          }
          nodes {
            nature
            otherNature
            measure
            quantity
            instalment {
              id
              schoolYear
              number
              state
              paidOn
              project {
                id
                title
              }
            }
          }
        }
      }
    }
  `),
  variables: ({ search }) => ({ first: PAGE_SIZE, after: afterOf(search) }),
  fresh: true,
  head: () => ({ title: t`Mes versements`, noindex: true }),
});

export const loader = page.loader;
export const clientLoader = page.clientLoader;
export const meta = page.meta;

/** What the person is paid for, hers or his only. */
export default function OwnPay() {
  const { data, failed } = page.useData();
  return (
    <Screen
      title={t`Mes versements`}
      lead={
        <Trans>Ce que vos équipes ont prévu pour vous, au service fait. Vos données bancaires ne sont pas ici.</Trans>
      }
    >
      <Part value={data.viewer?.payLines} failed={failed("viewer.payLines")}>
        {(lines) => (lines.totalCount === 0 ? <Nothing /> : <Lines lines={lines} />)}
      </Part>
    </Screen>
  );
}

const Nothing = () => (
  <Empty>
    {t`Aucune ligne à votre nom : l’inspection pilote du groupe, ou le ou la DAN, les écrit avant d’attester le service fait.`}
  </Empty>
);

type OwnLines = NonNullable<NonNullable<OwnPayQuery["viewer"]>["payLines"]>;

const Lines = ({ lines }: { lines: OwnLines }) => (
  <>
    <TableFrame caption={t`Mes versements`}>
      <thead>
        <tr>
          <th scope="col">{t`Équipe`}</th>
          <th scope="col">{t`Versement`}</th>
          <th scope="col">{t`Nature`}</th>
          <th scope="col" className="fr-cell--right">{t`Quantité`}</th>
          <th scope="col">{t`État`}</th>
          <th scope="col">{t`Payé le`}</th>
        </tr>
      </thead>
      <tbody>
        {lines.nodes.map((line) => (
          <Row key={`${line.instalment.id} ${line.nature} ${line.otherNature} ${line.measure}`} line={line} />
        ))}
      </tbody>
    </TableFrame>
    <Pager pageInfo={lines.pageInfo} totalCount={lines.totalCount} pageSize={PAGE_SIZE} of={t`versements`} />
  </>
);

function Row({ line }: { line: OwnLines["nodes"][number] }) {
  const { project, schoolYear, number, state, paidOn } = line.instalment;
  return (
    <tr>
      <th scope="row" lang={inFrench}>
        {project.title}
      </th>
      <td>{t`n° ${number} de ${schoolYear}`}</td>
      <td>
        <Nature {...line} />
      </td>
      <td className="fr-cell--right">{quantityOf(line)}</td>
      <td>
        <StateBadge of="InstalmentState" value={state} />
      </td>
      <td>{paidOn ? longDate(paidOn) : "–"}</td>
    </tr>
  );
}
