import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Link } from "react-router";
import { definePage } from "../../../apollo/page.ts";
import { SaveSearch } from "../../../features/scenarios/SaveSearch.tsx";
import { proposedName } from "../../../features/scenarios/savedSearches.ts";
import { scenarioList } from "../../../features/scenarios/scenarioList.tsx";
import { Facts } from "../../../ui/Facts.tsx";
import { Screen } from "../parts/Screen.tsx";

// The list's own query names what restricts it; its rows are not wanted here.
const page = definePage({
  query: scenarioList.query,
  variables: ({ search }) => scenarioList.variablesAt(search, { first: 0 }),
  head: () => ({ title: t`Enregistrer une recherche`, noindex: true }),
});

export const loader = page.loader;
export const clientLoader = page.clientLoader;
export const meta = page.meta;

export default function NewSavedSearch() {
  const { data, place } = page.useData();
  const chosen = scenarioList.chosenAt(place.search);
  const pills = scenarioList.pills(data, chosen);
  const count = data.scenarios && scenarioList.count(data.scenarios.totalCount);
  const address = scenarioList.address(chosen);
  return (
    <Screen
      title={t`Enregistrer une recherche`}
      path={[[t`Mes recherches`, "/espace/recherches"]]}
      lead={
        <p>
          {pills.length === 0 ? (
            <Trans>
              Rien ne la restreint : elle porte sur <Link to={address}>tous les scénarios publiés</Link>.
            </Trans>
          ) : (
            <Trans>
              Elle trouve aujourd’hui <Link to={address}>{count ?? t`ces scénarios`}</Link>.
            </Trans>
          )}
        </p>
      }
    >
      <Facts facts={pills.map(({ name, label }) => [name, label])} />
      <SaveSearch key={address} search={place.search} name={proposedName(pills)} />
    </Screen>
  );
}
