import { Link } from "react-router";
import { definePage } from "../apollo/page.ts";
import { graphql } from "../gen/gql.ts";
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
  head: () => ({ title: "Plan du site", description: "Toutes les pages du site." }),
});

export const loader = page.loader;
export const clientLoader = page.clientLoader;
export const meta = page.meta;

export default function SiteMap() {
  const { data, failed } = page.useData();
  const { currentCampaign: campaign, academies } = data;
  return (
    <Page title="Plan du site">
      {parts.map(({ title, links }) => (
        <section key={title}>
          <h2>{title}</h2>
          <Links links={links} />
        </section>
      ))}
      <section>
        <h2>Les personnes du programme</h2>
        <ul>
          <li>
            <Link to="/espace">Mon espace</Link> (après identification)
          </li>
        </ul>
      </section>
      <section>
        <h2>Thèmes {campaign && `de la campagne ${campaign.label}`}</h2>
        <Part
          value={campaign?.themes?.nodes}
          failed={failed("currentCampaign")}
          empty={<p>Aucune campagne en cours.</p>}
        >
          {(themes) => <Links links={themes.map(({ id, title }) => [`/themes/${id}`, title])} />}
        </Part>
      </section>
      <section>
        <h2>Pages des académies</h2>
        <Part value={academies} failed={failed("academies")} empty={<p>Aucune académie.</p>}>
          {(all) => <Links links={all.map(({ code, name }) => [`/academies/${code}`, name])} columns />}
        </Part>
      </section>
      <section>
        <h2>Pour les programmes</h2>
        <ul>
          <li>
            <a href="/graphiql">Explorer le graphe</a>
          </li>
          <li>
            Flux des publications : <a href="/feeds/publications.atom">Atom</a>,{" "}
            <a href="/feeds/publications.json">JSON</a>
          </li>
          <li>
            Plans pour les moteurs : <a href="/sitemap.xml">scénarios</a>, <a href="/plan-du-site.xml">autres pages</a>
          </li>
        </ul>
      </section>
    </Page>
  );
}

const Links = ({ links, columns = false }: { links: [string, string][]; columns?: boolean }) => (
  <ul className={columns ? "columns" : undefined}>
    {links.map(([to, text]) => (
      <li key={to}>
        <Link to={to}>{text}</Link>
      </li>
    ))}
  </ul>
);
