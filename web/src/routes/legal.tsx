import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Link } from "react-router";
import { staticMeta } from "../apollo/page.ts";
import { Page } from "../ui/Page.tsx";
import { useSite } from "../ui/site.ts";

export const meta = staticMeta({
  title: t`Mentions légales`,
  description: t`Éditeur, hébergement, responsabilité des contenus et règles de publication.`,
});

export default function Legal() {
  const { brand } = useSite();
  return (
    <Page title={t`Mentions légales`}>
      <section>
        <h2>{t`Éditeur`}</h2>
        <p>
          {t`Cette installation est éditée sous le nom « ${brand.publisher} ».`}{" "}
          {brand.name === "neutre" &&
            t`Ce n’est pas un site officiel de l’État : il n’en porte ni la marque ni la police de caractères.`}
        </p>
      </section>
      <section>
        <h2>{t`Hébergement`}</h2>
        <p>
          <Trans>
            L’hébergeur est celui que choisit l’organisme qui exploite l’installation. Toutes les pages, polices et
            images viennent de ce seul site : aucune requête ne part ailleurs.
          </Trans>
        </p>
      </section>
      <section>
        <h2>{t`Responsabilité des contenus`}</h2>
        <p>
          <Trans>
            Les scénarios sont publiés par les académies, après relecture par une personne qui n’en est pas l’auteur.
            Les lettres le sont par leur rédaction, les synthèses par les experts du thème. Chacun peut{" "}
            <Link to="/signaler?page=/mentions-legales">signaler un contenu</Link> ; l’académie qui l’a publié peut le
            retirer, et le retrait suit partout où le contenu a été relayé.
          </Trans>
        </p>
      </section>
      <section>
        <h2>{t`Liens`}</h2>
        <p>
          <Trans>
            Les pages de ce site ont une adresse durable et se lient librement. Les liens vers d’autres sites n’engagent
            que ceux-ci.
          </Trans>
        </p>
      </section>
      <section>
        <h2>{t`Voir aussi`}</h2>
        <ul>
          <li>
            <Link to="/licences">{t`Licences et citation`}</Link>
          </li>
          <li>
            <Link to="/donnees-personnelles">{t`Données personnelles`}</Link>
          </li>
          <li>
            <Link to="/accessibilite">{t`Déclaration d’accessibilité`}</Link>
          </li>
        </ul>
      </section>
    </Page>
  );
}
