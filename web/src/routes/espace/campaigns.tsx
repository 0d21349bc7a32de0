import { t } from "@lingui/core/macro";
import { Link } from "react-router";
import { definePage } from "../../apollo/page.ts";
import { can } from "../../features/people/rights.ts";
import { CreateCampaign } from "../../features/projects/CreateCampaign.tsx";
import { graphql } from "../../gen/gql.ts";
import { Empty } from "../../ui/Empty.tsx";
import { figure } from "../../ui/plural.ts";
import { Reveal } from "../../ui/Reveal.tsx";
import { StateBadge } from "../../ui/StateBadge.tsx";
import { TableFrame } from "../../ui/TableFrame.tsx";
import { Time } from "../../ui/Time.tsx";
import { Part } from "../../ui/Unavailable.tsx";
import { Screen } from "./parts/Screen.tsx";

const page = definePage({
  query: graphql(`
    query CampaignsScreen {
      viewer {
        ...ViewerRights
      }
      campaigns(first: 20) {
        nodes {
          id
          label
          target
          retainedCount
          submittedCount
          call {
            state
            opensAt
            closesAt
          }
        }
      }
    }
  `),
  fresh: true,
  head: () => ({ title: t`Campagnes`, noindex: true }),
});

export const loader = page.loader;
export const clientLoader = page.clientLoader;
export const meta = page.meta;

export default function Campaigns() {
  const { data, failed } = page.useData();
  return (
    <Screen title={t`Campagnes`}>
      {can(data.viewer, "createCampaign") && (
        <Reveal label={t`Préparer une campagne`}>{(close) => <CreateCampaign close={close} />}</Reveal>
      )}
      <Part
        value={data.campaigns?.nodes}
        failed={failed("campaigns")}
        empty={<Empty>{t`Aucune campagne : le département DNE A2 en prépare une pour chaque année scolaire.`}</Empty>}
      >
        {(campaigns) => (
          <TableFrame caption={t`Campagnes, la plus récente d’abord`}>
            <thead>
              <tr>
                <th scope="col">{t`Campagne`}</th>
                <th scope="col">{t`Appel`}</th>
                <th scope="col">{t`Clôture`}</th>
                <th scope="col" className="fr-cell--right">
                  {t`Déposées`}
                </th>
                <th scope="col" className="fr-cell--right">
                  {t`Retenues / objectif`}
                </th>
              </tr>
            </thead>
            <tbody>
              {campaigns.map(({ id, label, call, submittedCount, retainedCount, target }) => (
                <tr key={id}>
                  <th scope="row">
                    <Link to={`/espace/campagnes/${id}`}>{label}</Link>
                  </th>
                  <td>
                    <StateBadge of="CallState" value={call.state} />
                  </td>
                  <td>
                    <Time at={call.closesAt} as="deadline" />
                  </td>
                  <td className="fr-cell--right">{figure(submittedCount)}</td>
                  <td className="fr-cell--right">
                    {figure(retainedCount)} / {figure(target)}
                  </td>
                </tr>
              ))}
            </tbody>
          </TableFrame>
        )}
      </Part>
    </Screen>
  );
}
