import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { isRouteErrorResponse } from "react-router";
import { useSite } from "./site.ts";

/** 404 offers a search, 403 says whom to ask, a failure gives the number to quote. */
export function ErrorPage({ error }: { error: unknown }) {
  const status = isRouteErrorResponse(error) ? error.status : 500;
  const detail = isRouteErrorResponse(error) && typeof error.data === "string" ? error.data : null;
  return (
    <div className="fr-container fr-py-8w error-page">
      {status === 404 && <NotFound />}
      {(status === 401 || status === 403) && <Refused detail={detail} />}
      {status === 503 && <Away />}
      {![401, 403, 404, 503].includes(status) && <Failed />}
    </div>
  );
}

const HomeLink = () => (
  <p>
    <a className="fr-btn fr-btn--secondary" href="/">
      {t`Page d’accueil`}
    </a>
  </p>
);

const NotFound = () => (
  <>
    <title>{t`Page introuvable`}</title>
    <h1>{t`Page introuvable`}</h1>
    <p className="fr-text--lead">
      <Trans>Cette adresse ne mène à aucune page : elle a peut-être changé, ou le lien a été mal recopié.</Trans>
    </p>
    <search>
      <form action="/scenarios" className="search-line">
        <div className="fr-input-group">
          <label className="fr-label" htmlFor="recherche">
            {t`Chercher un scénario`}
          </label>
          <input className="fr-input" type="search" id="recherche" name="q" />
        </div>
        <button type="submit" className="fr-btn fr-icon-search-line fr-btn--icon-left">
          {t`Chercher`}
        </button>
      </form>
    </search>
    <HomeLink />
  </>
);

function Refused({ detail }: { detail: string | null }) {
  const { viewer } = useSite();
  return (
    <>
      <title>{t`Accès réservé`}</title>
      <h1>{t`Accès réservé`}</h1>
      <p className="fr-text--lead">{detail ?? t`Cette page est réservée à certaines personnes du programme.`}</p>
      {viewer ? (
        <p>
          <Trans>
            Les droits viennent des mandats en vigueur. Si vous devriez voir cette page, adressez-vous à la personne qui
            pilote votre groupe académique, ou au délégué ou à la déléguée académique au numérique de votre académie.
          </Trans>
        </p>
      ) : (
        <p>
          <a className="fr-btn" href="/auth/login?returnTo=/espace">
            {t`Se connecter`}
          </a>
        </p>
      )}
      <HomeLink />
    </>
  );
}

const Away = () => (
  <>
    <title>{t`Page momentanément indisponible`}</title>
    <h1>{t`Page momentanément indisponible`}</h1>
    <p className="fr-text--lead">{t`Le service qui tient ces données ne répond pas. Réessayez dans quelques instants.`}</p>
    <Reference />
    <HomeLink />
  </>
);

const Failed = () => (
  <>
    <title>{t`Erreur inattendue`}</title>
    <h1>{t`Erreur inattendue`}</h1>
    <p className="fr-text--lead">{t`La page n’a pas pu s’afficher. L’incident est consigné ; réessayez dans un instant.`}</p>
    <Reference />
    <HomeLink />
  </>
);

function Reference() {
  const { traceId } = useSite();
  if (!traceId) return null;
  return (
    <p>
      <Trans>
        Référence à donner si le problème persiste : <code>{traceId}</code>
      </Trans>
    </p>
  );
}
