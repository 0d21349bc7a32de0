import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Link } from "react-router";
import { staticMeta } from "../apollo/page.ts";
import { Page } from "../ui/Page.tsx";

export const meta = staticMeta({ title: t`Contact`, description: t`À qui s’adresser, selon ce que l’on cherche.` });

export default function Contact() {
  return (
    <Page title={t`Contact`} lead={<p>{t`À qui s’adresser, selon ce que vous cherchez.`}</p>}>
      <section>
        <h2>{t`Une page ne va pas`}</h2>
        <p>
          <Trans>
            Panne, difficulté d’accès, erreur dans un contenu, droits d’un auteur :{" "}
            <Link to="/signaler">signalez le problème</Link>. Le lien « Signaler un problème », au pied de chaque page,
            note de laquelle il s’agit. Aucun compte n’est nécessaire.
          </Trans>
        </p>
      </section>
      <section>
        <h2>{t`Participer, dans votre académie`}</h2>
        <p>
          <Trans>
            Le délégué ou la déléguée académique au numérique connaît les équipes et les projets : son nom est sur la{" "}
            <Link to="/academies">page de votre académie</Link>.
          </Trans>
        </p>
      </section>
      <section>
        <h2>{t`Un scénario`}</h2>
        <p>
          <Trans>
            Chaque scénario nomme ses auteurs et leurs académies. Une faute, un lien mort, une image dont les droits
            sont en cause : signalez-le depuis la page du scénario, l’académie qui l’a publié peut le corriger ou le
            retirer.
          </Trans>
        </p>
      </section>
      <section>
        <h2>{t`Vos données personnelles`}</h2>
        <p>
          <Trans>
            Ce qui est conservé, pourquoi, et comment exercer vos droits :{" "}
            <Link to="/donnees-personnelles">données personnelles</Link>.
          </Trans>
        </p>
      </section>
      <section>
        <h2>{t`Une faille de sécurité`}</h2>
        <p>
          <Trans>
            L’adresse à employer est dans <a href="/.well-known/security.txt">security.txt</a>. Si c’est celle du
            formulaire de signalement, seuls le département qui pilote le programme et l’administration le lisent.
          </Trans>
        </p>
      </section>
      <section>
        <h2>{t`Programmes et moissonneurs`}</h2>
        <p>
          <Trans>
            Le <a href="/graphiql">graphe</a> se documente lui-même, dans l’explorateur. Les publications se suivent par
            flux : <a href="/feeds/publications.atom">Atom</a>, <a href="/feeds/publications.json">JSON</a>.
          </Trans>
        </p>
      </section>
    </Page>
  );
}
