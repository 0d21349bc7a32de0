import { Link } from "react-router";
import { staticMeta } from "../apollo/page.ts";
import { Page } from "../ui/Page.tsx";

export const meta = staticMeta({ title: "Plan du site", description: "Toutes les pages du site." });

const parts: { title: string; links: [string, string][] }[] = [
  {
    title: "Le programme",
    links: [
      ["/", "Accueil"],
      ["/themes", "Thèmes"],
      ["/academies", "Académies"],
      ["/participation", "Participation"],
    ],
  },
  {
    title: "Les productions",
    links: [
      ["/scenarios", "Scénarios pédagogiques"],
      ["/lettres", "La lettre Édu_Num"],
    ],
  },
  {
    title: "Le site",
    links: [
      ["/espace", "Mon espace (personnes connectées)"],
      ["/accessibilite", "Accessibilité"],
      ["/mentions-legales", "Mentions légales"],
      ["/donnees-personnelles", "Données personnelles"],
    ],
  },
];

export default function SiteMap() {
  return (
    <Page title="Plan du site">
      {parts.map(({ title, links }) => (
        <section key={title}>
          <h2>{title}</h2>
          <ul>
            {links.map(([to, text]) => (
              <li key={to}>
                <Link to={to}>{text}</Link>
              </li>
            ))}
          </ul>
        </section>
      ))}
      <section>
        <h2>Pour les programmes</h2>
        <ul>
          <li>
            <a href="/graphiql">Explorer le graphe</a>
          </li>
        </ul>
      </section>
    </Page>
  );
}
