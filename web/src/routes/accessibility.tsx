import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Link } from "react-router";
import { staticMeta } from "../apollo/page.ts";
import { Page } from "../ui/Page.tsx";

export const meta = staticMeta({
  title: t`Déclaration d’accessibilité`,
  description: t`Ce qui est fait, ce qui a été vérifié, ce qui ne l’a pas été, et à qui le dire.`,
});

export default function Accessibility() {
  return (
    <Page title={t`Déclaration d’accessibilité`}>
      <p className="fr-text--lead">
        <Trans>
          Ce site est <strong>non conforme</strong> avec le RGAA 4.1 : il n’a fait l’objet d’aucun audit, et sans audit
          un taux de conformité ne se déclare pas.
        </Trans>
      </p>
      <section>
        <h2>{t`Ce qui est fait`}</h2>
        <ul>
          <li>
            <Trans>
              Les pages publiques se lisent entières sans JavaScript ; leurs formulaires s’envoient aussi sans lui.
            </Trans>
          </li>
          <li>
            <Trans>
              Tout s’atteint au clavier ; des liens d’évitement mènent au contenu, au menu et au pied de page.
            </Trans>
          </li>
          <li>
            <Trans>
              Aucune information n’est donnée par la seule couleur ; chaque graphique, chaque frise et chaque carte a
              son texte ou son tableau.
            </Trans>
          </li>
          <li>
            <Trans>
              Les thèmes clair et sombre, un écran de 390 pixels et l’agrandissement à 200 % ne coupent aucun contenu.
            </Trans>
          </li>
          <li>{t`Les erreurs d’un formulaire sont résumées en tête et reliées à leur champ.`}</li>
          <li>{t`Un support de communication ne se déclare pas sans son texte équivalent.`}</li>
        </ul>
      </section>
      <section>
        <h2>{t`Ce qui est vérifié`}</h2>
        <p>
          <Trans>
            À chaque version, l’outil automatique axe parcourt les pages publiques et les écrans de travail dans
            Chromium, en clair à 1280 pixels et en sombre à 390 : aucun défaut grave ni critique n’est admis, aucune
            page ne doit dépasser de la fenêtre. Un outil automatique ne voit qu’une partie des défauts.
          </Trans>
        </p>
      </section>
      <section>
        <h2>{t`Ce qui ne l’est pas`}</h2>
        <ul>
          <li>{t`Aucun lecteur d’écran (NVDA, VoiceOver, TalkBack…) n’a été essayé.`}</li>
          <li>{t`Aucun autre navigateur que Chromium n’est éprouvé automatiquement.`}</li>
          <li>{t`Personne en situation de handicap n’a encore été associé aux essais.`}</li>
          <li>
            <Trans>
              Les documents que les équipes publient sur les sites des académies (infographies, vidéos, parcours
              M@gistère) relèvent de ces sites et n’ont pas été examinés.
            </Trans>
          </li>
          <li>{t`L’explorateur du graphe (GraphiQL) est un outil de développement : il n’a pas été examiné.`}</li>
        </ul>
      </section>
      <section>
        <h2>{t`Comment cette déclaration est établie`}</h2>
        <p>
          <Trans>
            Par l’équipe qui construit le site, d’après ses propres essais. Elle est mise à jour avec le site. Ce qui
            est prévu est dans le <Link to="/accessibilite/plan">schéma pluriannuel et le plan d’action</Link>.
          </Trans>
        </p>
      </section>
      <section>
        <h2>{t`Signaler une difficulté`}</h2>
        <p>
          <Trans>
            Si une page ou un document vous résiste, <Link to="/signaler?page=/accessibilite">signalez-le</Link> : une
            réponse vous sera faite, et le contenu vous sera donné sous une autre forme si c’est possible.
          </Trans>
        </p>
        <h3>{t`Voies de recours`}</h3>
        <p>
          <Trans>
            Sans réponse satisfaisante, vous pouvez saisir le{" "}
            <a href="https://www.defenseurdesdroits.fr/" rel="noreferrer">
              Défenseur des droits
            </a>
            , en ligne, auprès de son délégué ou de sa déléguée dans votre département, ou par courrier gratuit, sans
            affranchissement : Défenseur des droits, Libre réponse 71120, 75342 Paris CEDEX 07.
          </Trans>
        </p>
      </section>
    </Page>
  );
}
