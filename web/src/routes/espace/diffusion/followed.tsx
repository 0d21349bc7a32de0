import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { DiffusionSteps } from "../../../features/communications/DiffusionSteps.tsx";
import { diffusionList } from "../../../features/communications/diffusionList.tsx";
import { Empty } from "../../../ui/Empty.tsx";
import { ListResults } from "../../../ui/list/List.tsx";
import { ListForm } from "../../../ui/list/ListForm.tsx";
import { listPage } from "../../../ui/list/page.ts";
import { Screen } from "../parts/Screen.tsx";

const page = listPage(diffusionList, {
  head: () => ({ title: t`Suivi de la diffusion`, noindex: true }),
  fresh: true,
});

export const loader = page.loader;
export const clientLoader = page.clientLoader;
export const meta = page.meta;

export default function Diffusion() {
  const { data, place } = page.useData();
  const rows = data.followedDiffusion?.nodes;
  return (
    <Screen
      title={t`Suivi de la diffusion`}
      lead={<p>{t`Ce que les travaux deviennent, du produit à la lettre lue ; les plus grands manques d’abord.`}</p>}
    >
      <ListForm list={diffusionList} data={data} place={place} />
      {rows ? (
        <>
          {rows.length > 0 && <DiffusionSteps rows={rows} />}
          <ListResults
            list={diffusionList}
            data={data}
            place={place}
            empty={{ because: t`Rien n’est encore produit.` }}
          />
        </>
      ) : (
        <Empty>
          <Trans>
            Choisissez votre thème ou votre académie : ce suivi se lit en entier au département DNE A2, à la rédaction
            et à l’analyse.
          </Trans>
        </Empty>
      )}
    </Screen>
  );
}
