import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { payLineList } from "../../../features/projects/instalmentList.tsx";
import { List } from "../../../ui/list/List.tsx";
import { listPage } from "../../../ui/list/page.ts";
import { Screen } from "../parts/Screen.tsx";

const page = listPage(payLineList, { fresh: true, head: () => ({ title: t`Lignes de paie`, noindex: true }) });

export const loader = page.loader;
export const clientLoader = page.clientLoader;
export const meta = page.meta;

/** For the payroll office: filtered, then exported as CSV or XLSX. */
export default function PayLines() {
  const { data, place } = page.useData();
  return (
    <Screen
      title={t`Lignes de paie`}
      path={[[t`Versements`, "/espace/versements"]]}
      lead={
        <Trans>
          Une ligne par personne et nature : l’état à remettre au service de la paie s’exporte en bas de liste.
        </Trans>
      }
    >
      <List
        list={payLineList}
        data={data}
        place={place}
        empty={{ because: t`Aucune ligne que vos mandats vous donnent à lire.` }}
      />
    </Screen>
  );
}
