import { plural, t } from "@lingui/core/macro";
import { Link } from "react-router";
import {
  authorsOf,
  gapsOf,
  type MyScenario,
  myScenarioList,
  projectsOf,
} from "../../../features/scenarios/myScenarioList.tsx";
import type { MyScenariosQuery } from "../../../gen/graphql.ts";
import { inFrench } from "../../../language.ts";
import { labelOf } from "../../../ui/labels.ts";
import { List } from "../../../ui/list/List.tsx";
import { listPage } from "../../../ui/list/page.ts";
import { StateBadge } from "../../../ui/StateBadge.tsx";
import { Screen } from "../parts/Screen.tsx";

const page = listPage(myScenarioList, {
  head: () => ({ title: t`Mes scénarios`, noindex: true }),
  fresh: true,
});

export const loader = page.loader;
export const clientLoader = page.clientLoader;
export const meta = page.meta;

export default function MyScenarios() {
  const { data, place } = page.useData();
  return (
    <Screen title={t`Mes scénarios`} lead={<p>{t`Ceux de vos groupes et ceux dont vous êtes auteur.`}</p>}>
      <Begin data={data} />
      <List
        list={myScenarioList}
        data={data}
        place={place}
        item={(scenario) => <Item key={scenario.id} scenario={scenario} />}
        empty={{
          because: t`Aucun scénario de vos groupes pour l’instant.`,
          action: <Link to="/scenarios">{t`Lire les scénarios publiés`}</Link>,
        }}
      />
    </Screen>
  );
}

const Begin = ({ data }: { data: MyScenariosQuery }) => (
  <ul className="actions plain">
    {projectsOf(data.viewer).map(({ id, title }) => (
      <li key={id}>
        <Link className="fr-btn fr-btn--secondary" to={`/espace/scenarios/nouveau?projet=${id}`}>
          {t`Commencer un scénario : ${title}`}
        </Link>
      </li>
    ))}
  </ul>
);

const Item = ({ scenario }: { scenario: MyScenario }) => (
  <li className="item">
    <h3 className="item__title">
      <Link to={`/espace/scenarios/${scenario.id}`} lang={inFrench}>
        {scenario.title}
      </Link>
    </h3>
    <p className="item__facts">
      <StateBadge of="ScenarioState" value={scenario.state} />
      {gapsOf(scenario) > 0 && (
        <span>
          {plural(gapsOf(scenario), { one: "# point manque pour publier", other: "# points manquent pour publier" })}
        </span>
      )}
      {scenario.state === "PUBLISHED" && <span>{labelOf("EdubaseState", scenario.edubase.state)}</span>}
      {scenario.theme && <span>{scenario.theme.title}</span>}
      <span>{scenario.academies.map(({ name }) => name).join(", ")}</span>
      <span>{authorsOf(scenario)}</span>
    </p>
  </li>
);
