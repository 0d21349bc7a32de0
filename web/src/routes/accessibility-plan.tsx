import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { staticMeta } from "../apollo/page.ts";
import { Page } from "../ui/Page.tsx";
import { TableFrame } from "../ui/TableFrame.tsx";

export const meta = staticMeta({
  title: t`Schéma pluriannuel d’accessibilité`,
  description: t`Comment l’accessibilité est prise en charge, et ce qui est prévu dans les trois ans.`,
});

const actions: { what: string; when: string; state: string }[] = [
  { what: t`Contrôle automatique de chaque page à chaque version`, when: t`Première année`, state: t`Fait` },
  { what: t`Parcours complets au clavier, par des personnes`, when: t`Première année`, state: t`À faire` },
  { what: t`Essais avec deux lecteurs d’écran`, when: t`Première année`, state: t`À faire` },
  {
    what: t`Audit de conformité au RGAA par un tiers, sur un échantillon de pages`,
    when: t`Première année`,
    state: t`À faire`,
  },
  { what: t`Corrections issues de l’audit, puis nouvelle déclaration`, when: t`Deuxième année`, state: t`À faire` },
  { what: t`Essais avec des personnes en situation de handicap`, when: t`Deuxième année`, state: t`À faire` },
  { what: t`Aide aux équipes : supports et scénarios accessibles`, when: t`Deuxième année`, state: t`À faire` },
  { what: t`Contre-audit`, when: t`Troisième année`, state: t`À faire` },
];

export default function AccessibilityPlan() {
  return (
    <Page title={t`Schéma pluriannuel d’accessibilité`} path={[[t`Accessibilité`, "/accessibilite"]]}>
      <section>
        <h2>{t`Politique`}</h2>
        <p>
          <Trans>
            L’accessibilité est une condition de la mise en ligne, non une étape de la fin : une page où l’outil
            automatique trouve un défaut grave n’est pas livrée, un graphique sans tableau non plus. Les composants sont
            ceux du système de design de l’État, employés tels quels.
          </Trans>
        </p>
      </section>
      <section>
        <h2>{t`Prise en charge`}</h2>
        <p>
          <Trans>
            L’organisme qui exploite cette installation désigne la personne qui en répond et le budget qui va avec ; le
            logiciel libre n’en décide pas à sa place. Les signalements sont lus par le département qui pilote le
            programme.
          </Trans>
        </p>
      </section>
      <section>
        <h2>{t`Plan d’action sur trois ans`}</h2>
        <TableFrame caption={t`Plan d’action sur trois ans`}>
          <thead>
            <tr>
              <th scope="col">{t`Action`}</th>
              <th scope="col">{t`Échéance, après la mise en service`}</th>
              <th scope="col">{t`État`}</th>
            </tr>
          </thead>
          <tbody>
            {actions.map(({ what, when, state }) => (
              <tr key={what}>
                <th scope="row" className="fr-cell--multiline">
                  {what}
                </th>
                <td>{when}</td>
                <td>{state}</td>
              </tr>
            ))}
          </tbody>
        </TableFrame>
      </section>
    </Page>
  );
}
