import { t } from "@lingui/core/macro";
import { Link } from "react-router";
import { publicationList } from "../../../features/communications/publicationList.tsx";
import { LogEntry } from "../../../features/communications/Relays.tsx";
import { can } from "../../../features/people/rights.ts";
import { List } from "../../../ui/list/List.tsx";
import { listPage } from "../../../ui/list/page.ts";
import { Screen } from "../parts/Screen.tsx";

const page = listPage(publicationList, {
  head: () => ({ title: t`Publications et relais`, noindex: true }),
  fresh: true,
});

export const loader = page.loader;
export const clientLoader = page.clientLoader;
export const meta = page.meta;

export default function RelayLog() {
  const { data, place } = page.useData();
  const channels = can(data.viewer, "editLetters") ? (data.channels ?? []) : [];
  return (
    <Screen
      title={t`Publications et relais`}
      path={[[t`La lettre`, "/espace/lettres"]]}
      lead={<p>{t`Ce que les équipes ont publié, et qui l’a relayé, par la lettre ou sur un canal.`}</p>}
    >
      <p>
        <Link to="/espace/lettres/canaux">{t`Comptes et sites qui relaient`}</Link>
      </p>
      <List
        list={publicationList}
        data={data}
        place={place}
        item={(publication) => <LogEntry key={publication.id} publication={publication} channels={channels} />}
        empty={{ because: t`Rien n’est encore publié.` }}
      />
    </Screen>
  );
}
