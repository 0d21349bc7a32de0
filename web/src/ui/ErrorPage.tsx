import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { isRouteErrorResponse } from "react-router";
import { latestReference } from "../apollo/traced-fetch.ts";
import { useSite } from "./site.ts";

/** 404 offers a search, 403 says whom to ask, a failure gives the number to quote. */
export function ErrorPage({ error }: { error: unknown }) {
  const status = isRouteErrorResponse(error) ? error.status : 500;
  const detail = isRouteErrorResponse(error) && typeof error.data === "string" ? error.data : null;
  return (
    <div className="fr-container fr-py-8w error-page">
      {status === 404 && <NotFound />}
      {(status === 401 || status === 403) && <Refused detail={detail} />}
      {status === 503 && <Away reference={referenceIn(error)} />}
      {![401, 403, 404, 503].includes(status) && <Failed />}
    </div>
  );
}

/** What a reading by the browser has failed under: see `away`. */
function referenceIn(error: unknown): string | undefined {
  const data: unknown = isRouteErrorResponse(error) ? error.data : null;
  if (typeof data !== "object" || data === null || !("reference" in data)) return undefined;
  return typeof data.reference === "string" ? data.reference : undefined;
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

const Away = ({ reference }: { reference: string | undefined }) => (
  <>
    <title>{t`Page momentanément indisponible`}</title>
    <h1>{t`Page momentanément indisponible`}</h1>
    <p className="fr-text--lead">{t`Le service qui tient ces données ne répond pas. Réessayez dans quelques instants.`}</p>
    <Reference of={reference} />
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

/** Of the failed reading; else of what the browser has read last, or of the page as the server has sent it. */
function Reference({ of }: { of?: string | undefined }) {
  const site = useSite();
  const traceId = of ?? latestReference() ?? site.traceId;
  if (!traceId) return null;
  return (
    <p>
      <Trans>
        Référence à donner si le problème persiste : <code>{traceId}</code>
      </Trans>
    </p>
  );
}
