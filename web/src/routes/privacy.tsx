import { plural, t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Link } from "react-router";
import { definePage } from "../apollo/page.ts";
import { graphql } from "../gen/gql.ts";
import { Page } from "../ui/Page.tsx";
import { TableFrame } from "../ui/TableFrame.tsx";

const page = definePage({
  query: graphql(`
    query PrivacyPage {
      terms {
        retentionYears
        retentionNoticeDays
      }
    }
  `),
  head: () => ({
    title: t`Données personnelles`,
    description: t`Quelles données, dans quel service, qui les voit, combien de temps, et comment exercer ses droits.`,
    canonical: "/donnees-personnelles",
  }),
});

export const loader = page.loader;
export const clientLoader = page.clientLoader;
export const meta = page.meta;

/** What each service keeps of persons. A change of a service's tables changes this list. */
const held: { service: string; what: string; seenBy: string }[] = [
  {
    service: t`Personnes`,
    what: t`Nom, adresse électronique professionnelle, fonction, académie ; mandats avec leurs dates ; supérieur hiérarchique ; identifiant du compte`,
    seenBy: t`Le nom et le rôle dans les groupes nationaux : tout le monde. L’adresse : les personnes connectées`,
  },
  {
    service: t`Projets`,
    what: t`Membres d’une candidature, auteurs des avis et décisions, attestations de service fait et lignes de paiement (nature, unités ou montant ; aucune donnée bancaire)`,
    seenBy: t`Le groupe, ceux qui le pilotent et le département DNE A2`,
  },
  {
    service: t`Scénarios`,
    what: t`Auteurs, relecteurs, auteurs de mises en œuvre et de retours. Jamais de nom d’élève`,
    seenBy: t`Les auteurs d’un scénario publié : tout le monde`,
  },
  {
    service: t`Réunions`,
    what: t`Convocations, réponses et présences, auteurs des comptes rendus et des points d’étape`,
    seenBy: t`Le groupe et les personnes convoquées`,
  },
  {
    service: t`Communication`,
    what: t`Abonnements et fonction déclarée, notifications et préférences, signalements et adresse laissée pour y répondre`,
    seenBy: t`La personne elle-même ; la rédaction pour les abonnements ; le département DNE A2 pour les signalements`,
  },
];

export default function Privacy() {
  const { terms } = page.useData().data;
  return (
    <Page title={t`Données personnelles`}>
      <section>
        <h2>{t`Ce que voit tout visiteur`}</h2>
        <p>
          <Trans>
            Le nom et le rôle des membres des groupes nationaux, le nom des auteurs des scénarios publiés, et celui des
            délégués académiques au numérique. Les chiffres de participation masquent les groupes de moins de cinq
            personnes.
          </Trans>
        </p>
      </section>
      <section>
        <h2>{t`Ce que chaque service conserve`}</h2>
        <TableFrame caption={t`Données conservées par chaque service`}>
          <thead>
            <tr>
              <th scope="col">{t`Service`}</th>
              <th scope="col">{t`Données`}</th>
              <th scope="col">{t`Qui les voit`}</th>
            </tr>
          </thead>
          <tbody>
            {held.map(({ service, what, seenBy }) => (
              <tr key={service}>
                <th scope="row">{service}</th>
                <td className="fr-cell--multiline">{what}</td>
                <td className="fr-cell--multiline">{seenBy}</td>
              </tr>
            ))}
          </tbody>
        </TableFrame>
        <p>
          <Trans>
            Les services se parlent par identifiants : les noms ne circulent que sur un canal à part, d’où ils
            s’effacent. Chaque changement est tracé (qui, quand, pourquoi) par identifiant, dans un journal qui ne se
            corrige pas.
          </Trans>
        </p>
      </section>
      <section>
        <h2>{t`Pourquoi, et combien de temps`}</h2>
        <p>
          <Trans>
            Ces données servent la conduite du programme : une mission d’intérêt public. Un mandat compte jusqu’à sa
            date de fin, et les droits avec lui. L’adresse laissée avec un signalement est effacée dès la réponse. La
            session dure huit heures.
          </Trans>
        </p>
        <p>
          {terms
            ? t`Ce qui concerne une personne est effacé ${plural(terms.retentionYears, { one: "un an", other: "# ans" })} après la fin de son dernier mandat ; elle en est prévenue ${terms.retentionNoticeDays} jours avant, et peut y renoncer.`
            : t`La durée de conservation n’a pas pu être lue : elle est fixée par l’organisme qui exploite cette installation.`}
        </p>
      </section>
      <section>
        <h2>{t`Cookies et mesure d’audience`}</h2>
        <p>
          <Trans>
            Deux cookies au plus : celui de la session, seulement après identification, et celui de la langue, seulement
            si vous la changez. Aucune mesure d’audience, aucun traceur, aucune requête vers un autre site. Le thème
            clair ou sombre est retenu par votre navigateur, ainsi que les brouillons que vous n’avez pas encore
            enregistrés.
          </Trans>
        </p>
      </section>
      <section>
        <h2>{t`Vos droits, et à qui les demander`}</h2>
        <p>
          <Trans>
            Avec un compte, voyez, corrigez, recevez ou effacez vos données dans{" "}
            <Link to="/espace/mes-donnees">Mes données</Link>. Sans compte, ou pour vous opposer à leur usage,{" "}
            <Link to="/signaler?page=/donnees-personnelles">faites-en la demande</Link> en choisissant «&nbsp;Donnée
            personnelle&nbsp;». Une personne effacée disparaît de toutes les listes ; l’auteur d’un scénario publié y
            reste nommé, sauf s’il demande le contraire.
          </Trans>
        </p>
        <p>
          <Trans>
            Si la réponse ne vous satisfait pas, vous pouvez vous adresser à la{" "}
            <a href="https://www.cnil.fr/fr/plaintes" rel="noreferrer">
              CNIL
            </a>
            .
          </Trans>
        </p>
      </section>
    </Page>
  );
}
