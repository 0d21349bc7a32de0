import { plural, t } from "@lingui/core/macro";
import { Link } from "react-router";
import { savingAddress, scenarioList } from "../features/scenarios/scenarioList.tsx";
import type { ScenariosPageQuery } from "../gen/graphql.ts";
import { ListResults } from "../ui/list/List.tsx";
import { ListForm } from "../ui/list/ListForm.tsx";
import { listPage } from "../ui/list/page.ts";
import { Page } from "../ui/Page.tsx";
import { ScenarioItem } from "./parts/ScenarioItem.tsx";
import { Facets } from "./scenarios/Facets.tsx";
import { Spelling } from "./scenarios/Spelling.tsx";

/** The name of the collection that the address asks for: the scenarios of one theme, or of one year. */
function collectionOf(data: ScenariosPageQuery, search: URLSearchParams): string | null {
  const [name = "", value = ""] = search.size === 1 ? ([...search][0] ?? []) : [];
  if (name !== "theme" && name !== "annee") return null;
  const named = scenarioList.filters[name].named?.(data, value);
  return named ? t`Scénarios : ${named}` : null;
}

const page = listPage(scenarioList, {
  head: (data, { search }) => ({
    title: collectionOf(data, search) ?? t`Scénarios pédagogiques`,
    description: t`${plural(data.scenarios?.totalCount ?? 0, { one: "# scénario pédagogique essayé", other: "# scénarios pédagogiques essayés" })} en classe par les équipes des académies, sous licence ouverte.`,
    canonical: collectionOf(data, search) ? `/scenarios?${search}` : "/scenarios",
    // A theme or a year is a collection; every other combination of filters is the same list again.
    noindex: search.size > 0 && !collectionOf(data, search),
  }),
});

export const loader = page.loader;
export const clientLoader = page.clientLoader;
export const meta = page.meta;

export default function Scenarios() {
  const { data, place } = page.useData();
  return (
    <Page
      title={collectionOf(data, place.search) ?? t`Scénarios pédagogiques`}
      lead={<p>{t`Des exemples de pratiques, essayés en classe puis relus.`}</p>}
    >
      <ListForm list={scenarioList} data={data} place={place} />
      <Spelling asked={place.search.get("q")} meant={data.scenarioSpelling} />
      <p>
        <Link className="fr-link fr-link--icon-left fr-icon-notification-3-line" to={savingAddress(place.search)}>
          {t`Enregistrer cette recherche`}
        </Link>
      </p>
      <div className="list-with-aside">
        <Facets data={data} search={place.search} />
        <ListResults
          list={scenarioList}
          data={data}
          place={place}
          item={(scenario) => <ScenarioItem key={scenario.id} scenario={scenario} />}
          empty={{ because: t`Aucun scénario n’est encore publié.` }}
        />
      </div>
    </Page>
  );
}
