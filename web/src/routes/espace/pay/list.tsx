import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Link } from "react-router";
import { can } from "../../../features/people/rights.ts";
import { instalmentList } from "../../../features/projects/instalmentList.tsx";
import { OrderMany, PayMany } from "../../../features/projects/PayMany.tsx";
import type { InstalmentsScreenQuery } from "../../../gen/graphql.ts";
import { List } from "../../../ui/list/List.tsx";
import { listPage } from "../../../ui/list/page.ts";
import { useRefresh } from "../../../ui/useRefresh.ts";
import { Screen } from "../parts/Screen.tsx";

const page = listPage(instalmentList, { fresh: true, head: () => ({ title: t`Versements`, noindex: true }) });

export const loader = page.loader;
export const clientLoader = page.clientLoader;
export const meta = page.meta;

/** Two payments of each team in a school year (R90), in the scope of one's mandates. */
export default function Instalments() {
  const { data, place } = page.useData();
  return (
    <Screen
      title={t`Versements`}
      lead={<Trans>Deux versements par équipe et par année scolaire, au service fait.</Trans>}
    >
      <Doors data={data} />
      {can(data.viewer, "orderPayment") && <Together data={data} />}
      <List
        list={instalmentList}
        data={data}
        place={place}
        empty={{ because: t`Aucun versement : ils sont prévus quand une équipe est engagée.` }}
      />
    </Screen>
  );
}

const Doors = ({ data: { viewer } }: { data: InstalmentsScreenQuery }) => (
  <ul className="plain fr-mb-3w">
    <li>
      <Link className="fr-link" to="/espace/mes-versements">{t`Mes versements`}</Link>
    </li>
    {(viewer?.mandates ?? []).some(({ role }) => role === "PROGRAMME" || role === "DAN") && (
      <li>
        <Link className="fr-link" to="/espace/enveloppes">{t`Enveloppes de moyens`}</Link>
      </li>
    )}
    <li>
      <Link className="fr-link" to="/espace/versements/lignes?etat=ORDERED">{t`Lignes de paie, à exporter`}</Link>
    </li>
  </ul>
);

/** What the office does for several at once, among those that the page lists. */
function Together({ data }: { data: InstalmentsScreenQuery }) {
  const refresh = useRefresh();
  const rows = data.instalments?.nodes ?? [];
  const attested = rows.filter(({ state }) => state === "ATTESTED");
  const ordered = rows.filter(({ state }) => state === "ORDERED");
  return (
    <div className="actions fr-mb-3w">
      {attested.length > 0 && <OrderMany instalments={attested} onDone={refresh} />}
      {ordered.length > 0 && <PayMany instalments={ordered} onDone={refresh} />}
    </div>
  );
}
