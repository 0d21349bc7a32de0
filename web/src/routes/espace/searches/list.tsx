import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Link } from "react-router";
import { definePage } from "../../../apollo/page.ts";
import { type SavedSearch, SavedSearchItem } from "../../../features/scenarios/SavedSearchItem.tsx";
import { DELETE_SAVED_SEARCH, SAVE_SEARCH, searchedIn } from "../../../features/scenarios/savedSearches.ts";
import { graphql } from "../../../gen/gql.ts";
import { useRefusals } from "../../../ui/command.ts";
import { Empty } from "../../../ui/Empty.tsx";
import { ErrorSummary } from "../../../ui/ErrorSummary.tsx";
import { useSend } from "../../../ui/send.ts";
import { Unavailable } from "../../../ui/Unavailable.tsx";
import { offerUndo } from "../../../ui/undo.ts";
import { Screen } from "../parts/Screen.tsx";

const page = definePage({
  query: graphql(`
    query SavedSearchesScreen {
      viewer {
        ...SavedSearches
      }
    }
  `),
  subject: "viewer",
  fresh: true,
  head: () => ({ title: t`Mes recherches`, noindex: true }),
});

export const loader = page.loader;
export const clientLoader = page.clientLoader;
export const meta = page.meta;

export default function SavedSearches() {
  const { data } = page.useData();
  const searches = data.viewer?.savedSearches;
  return (
    <Screen
      title={t`Mes recherches`}
      lead={
        <p>
          <Trans>
            Celles que vous gardez parmi les scénarios publiés, pour vous seul·e. Une alerte vous dit ce qui a paru ;{" "}
            <Link to="/espace/preferences">choisissez</Link> si elle vient aussi par courriel.
          </Trans>
        </p>
      }
    >
      {searches ? <Searches searches={searches} /> : <Unavailable />}
    </Screen>
  );
}

function Searches({ searches }: { searches: SavedSearch[] }) {
  const remove = useRefusals(DELETE_SAVED_SEARCH, (data) => data.deleteSavedSearch);
  const save = useSend(SAVE_SEARCH, (data) => data.saveSearch);
  const takeAway = async ({ id, name, path, alert }: SavedSearch) => {
    if (!(await remove.run({ input: { savedSearchId: id } }))) return;
    offerUndo({
      said: t`Recherche supprimée : ${name}`,
      undo: async () => (await save({ input: { name, alert, ...searchedIn(path) } })).length === 0,
    });
  };
  const find = <Link to="/scenarios">{t`Chercher parmi les scénarios`}</Link>;
  return (
    <>
      <ErrorSummary ref={remove.summary} refusals={remove.refusals} />
      {searches.length === 0 ? (
        <Empty
          action={find}
        >{t`Aucune recherche enregistrée : cherchez, puis choisissez « Enregistrer cette recherche ».`}</Empty>
      ) : (
        <>
          <ul className="items">
            {searches.map((saved) => (
              <SavedSearchItem
                key={saved.id}
                saved={saved}
                busy={remove.state === "busy"}
                onDelete={() => void takeAway(saved)}
              />
            ))}
          </ul>
          <p className="fr-mt-2w">{find}</p>
        </>
      )}
    </>
  );
}
