import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Link } from "react-router";
import { definePage } from "../apollo/page.ts";
import { graphql } from "../gen/gql.ts";
import { inFrench } from "../language.ts";
import { Page } from "../ui/Page.tsx";
import { Part } from "../ui/Unavailable.tsx";
import { parts } from "./site-map/pages.ts";

const page = definePage({
  query: graphql(`
    query SiteMapPage {
      currentCampaign {
        id
        label
        themes(first: 50) {
          nodes {
            id
            title
          }
        }
      }
      academies {
        code
        name
      }
    }
  `),
  head: () => ({ title: t`Plan du site`, description: t`Toutes les pages du site.` }),
});

export const loader = page.loader;
export const clientLoader = page.clientLoader;
export const meta = page.meta;

export default function SiteMap() {
  const { data, failed } = page.useData();
  const { currentCampaign: campaign, academies } = data;
  return (
    <Page title={t`Plan du site`}>
      {parts.map(({ title, links }) => (
        <section key={title}>
          <h2>{title}</h2>
          <Links links={links} />
        </section>
      ))}
      <section>
        <h2>{t`Les personnes du programme`}</h2>
        <ul>
          <li>
            <Trans>
              <Link to="/espace">Mon espace</Link> (après identification)
            </Trans>
          </li>
        </ul>
      </section>
      <section>
        <h2>{campaign ? t`Thèmes de la campagne ${campaign.label}` : t`Thèmes`}</h2>
        <Part
          value={campaign?.themes?.nodes}
          failed={failed("currentCampaign")}
          empty={<p>{t`Aucune campagne en cours.`}</p>}
        >
          {(themes) => <Links links={themes.map(({ id, title }) => [`/themes/${id}`, title])} content />}
        </Part>
      </section>
      <section>
        <h2>{t`Pages des académies`}</h2>
        <Part value={academies} failed={failed("academies")} empty={<p>{t`Aucune académie.`}</p>}>
          {(all) => <Links links={all.map(({ code, name }) => [`/academies/${code}`, name])} columns content />}
        </Part>
      </section>
      <section>
        <h2>{t`Pour les programmes`}</h2>
        <ul>
          <li>
            <a href="/graphiql">{t`Explorer le graphe`}</a>
          </li>
          <li>
            <Trans>
              Flux des publications : <a href="/feeds/publications.atom">Atom</a>,{" "}
              <a href="/feeds/publications.json">JSON</a>
            </Trans>
          </li>
          <li>
            <Trans>
              Plans pour les moteurs : <a href="/sitemap.xml">scénarios</a>,{" "}
              <a href="/plan-du-site.xml">autres pages</a>
            </Trans>
          </li>
        </ul>
      </section>
    </Page>
  );
}

interface LinksProps {
  links: [string, string][];
  columns?: boolean;
  /** Titles and names, French in either language. */
  content?: boolean;
}

const Links = ({ links, columns = false, content = false }: LinksProps) => (
  <ul className={columns ? "columns" : undefined} lang={content ? inFrench : undefined}>
    {links.map(([to, text]) => (
      <li key={to}>
        <Link to={to}>{text}</Link>
      </li>
    ))}
  </ul>
);
