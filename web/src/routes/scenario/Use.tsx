import { Button } from "@codegouvfr/react-dsfr/Button";
import { plural, t } from "@lingui/core/macro";
import { graphql } from "../../gen/gql.ts";
import type { ScenarioUseFragment } from "../../gen/graphql.ts";

export const SCENARIO_USE = graphql(`
  fragment ScenarioUse on Scenario {
    slug
    useCount
  }
`);

const said = (answer: string | null): string | null => {
  switch (answer) {
    case "merci":
      return t`Merci ! C’est compté, sans rien garder de vous.`;
    case "deja":
      return t`Vous l’avez déjà dit depuis ce navigateur.`;
    case "echec":
      return t`Cela n’a pas pu être compté. Réessayez dans un instant.`;
    default:
      return null;
  }
};

/** Whoever used the scenario says so in one gesture, without an account and without being followed. */
export function Use({ scenario, answer }: { scenario: ScenarioUseFragment; answer: string | null }) {
  const { slug, useCount } = scenario;
  const message = said(answer);
  return (
    <div className="scenario-use" id="usage">
      {useCount > 0 && (
        <p>
          {plural(useCount, { one: "# personne dit l’avoir utilisé.", other: "# personnes disent l’avoir utilisé." })}
        </p>
      )}
      {message ? (
        <p role="status">{message}</p>
      ) : (
        <form method="post" action={`/scenarios/${encodeURIComponent(slug)}/utilise`}>
          <Button type="submit" priority="secondary" iconId="fr-icon-check-line">
            {t`Je l’ai utilisé`}
          </Button>
          <p className="fr-hint-text">{t`Sans compte : seul un nombre est gardé.`}</p>
        </form>
      )}
    </div>
  );
}
