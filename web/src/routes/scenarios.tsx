import { plural, t } from "@lingui/core/macro";
import { scenarioList } from "../features/scenarios/scenarioList.tsx";
import { ListResults } from "../ui/list/List.tsx";
import { ListForm } from "../ui/list/ListForm.tsx";
import { listPage } from "../ui/list/page.ts";
import { Page } from "../ui/Page.tsx";
import { ScenarioItem } from "./parts/ScenarioItem.tsx";
import { Facets } from "./scenarios/Facets.tsx";
import { Spelling } from "./scenarios/Spelling.tsx";

const page = listPage(scenarioList, {
  head: (data, { search }) => ({
    title: t`Scénarios pédagogiques`,
    description: t`${plural(data.scenarios?.totalCount ?? 0, { one: "# scénario pédagogique essayé", other: "# scénarios pédagogiques essayés" })} en classe par les équipes des académies, sous licence ouverte.`,
    canonical: "/scenarios",
    // Every combination of filters is the same list again.
    noindex: search.size > 0,
  }),
});

export const loader = page.loader;
export const clientLoader = page.clientLoader;
export const meta = page.meta;

export default function Scenarios() {
  const { data, place } = page.useData();
  return (
    <Page title={t`Scénarios pédagogiques`} lead={<p>{t`Des exemples de pratiques, essayés en classe puis relus.`}</p>}>
      <ListForm list={scenarioList} data={data} place={place} />
      <Spelling asked={place.search.get("q")} meant={data.scenarioSpelling} />
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
