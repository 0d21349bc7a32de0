import { t } from "@lingui/core/macro";
import { synthesisList } from "../../../features/communications/synthesisList.tsx";
import { ListResults } from "../../../ui/list/List.tsx";
import { ListForm } from "../../../ui/list/ListForm.tsx";
import { listPage } from "../../../ui/list/page.ts";
import { Screen } from "../parts/Screen.tsx";

const page = listPage(synthesisList, { head: () => ({ title: t`Synthèses`, noindex: true }), fresh: true });

export const loader = page.loader;
export const clientLoader = page.clientLoader;
export const meta = page.meta;

export default function Syntheses() {
  const { data, place } = page.useData();
  return (
    <Screen
      title={t`Synthèses`}
      lead={
        <p>{t`Où en est la synthèse de chaque thème, et ce qu’elle attend. Avant sa diffusion, elle se lit dans son groupe national et au département DNE A2.`}</p>
      }
    >
      <ListForm list={synthesisList} data={data} place={place} />
      <ListResults list={synthesisList} data={data} place={place} empty={{ because: t`Aucun thème n’est proposé.` }} />
    </Screen>
  );
}
