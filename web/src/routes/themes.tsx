import { plural, t } from "@lingui/core/macro";
import { Link } from "react-router";
import { themeList } from "../features/projects/themeList.tsx";
import type { ThemesPageQuery } from "../gen/graphql.ts";
import { inFrench } from "../language.ts";
import { labelOf } from "../ui/labels.ts";
import { List } from "../ui/list/List.tsx";
import { listPage } from "../ui/list/page.ts";
import { Page } from "../ui/Page.tsx";
import { StateBadge } from "../ui/StateBadge.tsx";

const page = listPage(themeList, {
  head: (data) => ({
    title: t`Thèmes`,
    description: t`Les ${plural(data.themes?.totalCount ?? 0, { one: "# thème", other: "# thèmes" })} des travaux académiques mutualisés, par campagne et par discipline.`,
    canonical: "/themes",
  }),
});

export const loader = page.loader;
export const clientLoader = page.clientLoader;
export const meta = page.meta;

export default function Themes() {
  const { data, place } = page.useData();
  return (
    <Page
      title={t`Thèmes`}
      lead={<p>{t`Chaque thème est proposé en accord avec l’inspection générale et réunit plusieurs académies.`}</p>}
    >
      <List
        list={themeList}
        data={data}
        place={place}
        item={(theme) => <Item key={theme.id} theme={theme} />}
        empty={{ because: t`Aucun thème n’est encore proposé.` }}
      />
    </Page>
  );
}

const Item = ({ theme }: { theme: NonNullable<ThemesPageQuery["themes"]>["nodes"][number] }) => (
  <li className="item">
    <h3 className="item__title" lang={inFrench}>
      <Link to={`/themes/${theme.id}`}>{theme.title}</Link>
    </h3>
    <p className="item__facts">
      <StateBadge of="ThemeState" value={theme.state} />
      <span>{t`Campagne ${theme.campaign.label}`}</span>
      <span>{labelOf("ThemeKind", theme.kind)}</span>
      {theme.disciplines.length > 0 && (
        <span lang={inFrench}>{theme.disciplines.map(({ label }) => label).join(", ")}</span>
      )}
      <span>{plural(theme.retainedCount, { one: "# équipe retenue", other: "# équipes retenues" })}</span>
      {theme.leadAcademy && <span>{t`Chef de file : ${theme.leadAcademy.name}`}</span>}
    </p>
  </li>
);
