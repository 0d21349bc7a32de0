import { Link } from "react-router";
import { staticMeta } from "../apollo/page.ts";
import { Page } from "../ui/Page.tsx";
import { useSite } from "../ui/site.ts";

export const meta = staticMeta({
  title: "Mentions légales",
  description: "Éditeur, hébergement, responsabilité des contenus et règles de publication.",
});

export default function Legal() {
  const { brand } = useSite();
  return (
    <Page title="Mentions légales">
      <section>
        <h2>Éditeur</h2>
        <p>
          Cette installation est éditée sous le nom « {brand.publisher} ».
          {brand.name === "neutre" &&
            " Ce n’est pas un site officiel de l’État : il n’en porte ni la marque ni la police de caractères."}
        </p>
      </section>
      <section>
        <h2>Hébergement</h2>
        <p>
          L’hébergeur est celui que choisit l’organisme qui exploite l’installation. Toutes les pages, polices et images
          viennent de ce seul site : aucune requête ne part ailleurs.
        </p>
      </section>
      <section>
        <h2>Responsabilité des contenus</h2>
        <p>
          Les scénarios sont publiés par les académies, après relecture par une personne qui n’en est pas l’auteur. Les
          lettres le sont par leur rédaction, les synthèses par les experts du thème. Chacun peut{" "}
          <Link to="/signaler?page=/mentions-legales">signaler un contenu</Link> ; l’académie qui l’a publié peut le
          retirer, et le retrait suit partout où le contenu a été relayé.
        </p>
      </section>
      <section>
        <h2>Liens</h2>
        <p>
          Les pages de ce site ont une adresse durable et se lient librement. Les liens vers d’autres sites n’engagent
          que ceux-ci.
        </p>
      </section>
      <section>
        <h2>Voir aussi</h2>
        <ul>
          <li>
            <Link to="/licences">Licences et citation</Link>
          </li>
          <li>
            <Link to="/donnees-personnelles">Données personnelles</Link>
          </li>
          <li>
            <Link to="/accessibilite">Déclaration d’accessibilité</Link>
          </li>
        </ul>
      </section>
    </Page>
  );
}
