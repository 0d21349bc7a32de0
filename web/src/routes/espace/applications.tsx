import { t } from "@lingui/core/macro";
import { Link } from "react-router";
import { can } from "../../features/people/rights.ts";
import { applicationList } from "../../features/projects/applicationList.tsx";
import type { ApplicationsScreenQuery } from "../../gen/graphql.ts";
import { labelOf } from "../../ui/labels.ts";
import { ListResults } from "../../ui/list/List.tsx";
import { ListForm } from "../../ui/list/ListForm.tsx";
import { listPage } from "../../ui/list/page.ts";
import { figure } from "../../ui/plural.ts";
import { Screen } from "./parts/Screen.tsx";

const page = listPage(applicationList, {
  fresh: true,
  head: () => ({ title: t`Candidatures`, noindex: true }),
});

export const loader = page.loader;
export const clientLoader = page.clientLoader;
export const meta = page.meta;

export default function Applications() {
  const { data, place } = page.useData();
  return (
    <Screen title={t`Candidatures`}>
      <StartOne data={data} />
      {["PILOT", "DAN"].some((role) => (data.viewer?.mandates ?? []).some((held) => held.role === role)) && (
        <p>
          <Link className="fr-link" to="/espace/candidatures/a-cosigner">
            {t`Candidatures à cosigner`}
          </Link>
        </p>
      )}
      <ListForm list={applicationList} data={data} place={place} />
      <Counts data={data} search={place.search} />
      <ListResults list={applicationList} data={data} place={place} empty={empty} />
    </Screen>
  );
}

const empty = {
  because: t`Aucune candidature que vos mandats vous donnent à lire : le ou la référent·e d’une académie la commence pendant l’appel.`,
};

/** The themes of the open call for which the person is the référent of an academy. */
function StartOne({ data: { openCampaign, viewer } }: { data: ApplicationsScreenQuery }) {
  const mine = (openCampaign?.themes?.nodes ?? []).filter(
    (theme) =>
      theme.state === "OPEN" &&
      (viewer?.mandates ?? []).some(
        ({ academy }) =>
          academy && can(viewer, "draftApplication", { academyCodes: [academy.code], themeId: theme.id }),
      ),
  );
  if (mine.length === 0) return null;
  return (
    <ul className="plain fr-mb-3w">
      {mine.map(({ id, title }) => (
        <li key={id}>
          <Link className="fr-link" to={`/espace/candidatures/nouvelle?theme=${id}`}>
            {t`Commencer une candidature : ${title}`}
          </Link>
        </li>
      ))}
    </ul>
  );
}

/** How many in each state, by the other filters; each leads to its list. */
function Counts({ data, search }: { data: ApplicationsScreenQuery; search: URLSearchParams }) {
  const chosen = applicationList.chosenAt(search);
  const counts = [
    ["DRAFT", data.drafts?.totalCount],
    ["SUBMITTED", data.submitted?.totalCount],
    ["RETAINED", data.retained?.totalCount],
  ] as const;
  return (
    <nav className="orders" aria-label={t`Candidatures par état`}>
      <ul>
        {counts.map(([state, total]) => (
          <li key={state}>
            <Link
              to={applicationList.address({ ...chosen, etat: state })}
              aria-current={chosen.etat === state ? "true" : undefined}
            >
              {t`${labelOf("ApplicationState", state)} : ${total === undefined ? "?" : figure(total)}`}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
