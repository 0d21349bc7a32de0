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
      Page d’accueil
    </a>
  </p>
);

const NotFound = () => (
  <>
    <title>Page introuvable</title>
    <h1>Page introuvable</h1>
    <p className="fr-text--lead">
      Cette adresse ne mène à aucune page : elle a peut-être changé, ou le lien a été mal recopié.
    </p>
    <search>
      <form action="/scenarios" className="search-line">
        <div className="fr-input-group">
          <label className="fr-label" htmlFor="recherche">
            Chercher un scénario
          </label>
          <input className="fr-input" type="search" id="recherche" name="q" />
        </div>
        <button type="submit" className="fr-btn fr-icon-search-line fr-btn--icon-left">
          Chercher
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
      <title>Accès réservé</title>
      <h1>Accès réservé</h1>
      <p className="fr-text--lead">{detail ?? "Cette page est réservée à certaines personnes du programme."}</p>
      {viewer ? (
        <p>
          Les droits viennent des mandats en vigueur. Si vous devriez voir cette page, adressez-vous à la personne qui
          pilote votre groupe académique, ou au délégué ou à la déléguée académique au numérique de votre académie.
        </p>
      ) : (
        <p>
          <a className="fr-btn" href="/auth/login?returnTo=/espace">
            Se connecter
          </a>
        </p>
      )}
      <HomeLink />
    </>
  );
}

const Away = () => (
  <>
    <title>Page momentanément indisponible</title>
    <h1>Page momentanément indisponible</h1>
    <p className="fr-text--lead">Le service qui tient ces données ne répond pas. Réessayez dans quelques instants.</p>
    <Reference />
    <HomeLink />
  </>
);

const Failed = () => (
  <>
    <title>Erreur inattendue</title>
    <h1>Erreur inattendue</h1>
    <p className="fr-text--lead">La page n’a pas pu s’afficher. L’incident est consigné ; réessayez dans un instant.</p>
    <Reference />
    <HomeLink />
  </>
);

function Reference() {
  const { traceId } = useSite();
  if (!traceId) return null;
  return (
    <p>
      Référence à donner si le problème persiste : <code>{traceId}</code>
    </p>
  );
}
