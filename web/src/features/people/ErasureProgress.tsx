import { t } from "@lingui/core/macro";
import { graphql } from "../../gen/gql.ts";
import type { ErasureProgressFragment } from "../../gen/graphql.ts";
import { labelOf } from "../../ui/labels.ts";
import { TableFrame } from "../../ui/TableFrame.tsx";
import { Time } from "../../ui/Time.tsx";
import { serviceNames } from "./services.ts";

export const ERASURE_PROGRESS = graphql(`
  fragment ErasureProgress on Erasure {
    id
    state
    askedAt
    confirmedAt
    completedAt
    keepsAuthorship
    services {
      service
      erasedAt
    }
  }
`);

/** Where an erasure stands, service by service. */
export const ErasureProgress = ({ erasure }: { erasure: ErasureProgressFragment }) => (
  <>
    <p>
      <strong>{labelOf("ErasureState", erasure.state)}</strong>
    </p>
    <TableFrame caption={t`Ce que chaque service a fait`}>
      <thead>
        <tr>
          <th scope="col">{t`Service`}</th>
          <th scope="col">{t`A oublié`}</th>
        </tr>
      </thead>
      <tbody>
        {erasure.services.map(({ service, erasedAt }) => (
          <tr key={service}>
            <th scope="row">{serviceNames[service] ?? service}</th>
            <td>{erasedAt ? <Time at={erasedAt} /> : t`Pas encore`}</td>
          </tr>
        ))}
      </tbody>
    </TableFrame>
  </>
);
