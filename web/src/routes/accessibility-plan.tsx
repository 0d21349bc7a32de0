import { staticMeta } from "../apollo/page.ts";
import { Page } from "../ui/Page.tsx";
import { TableFrame } from "../ui/TableFrame.tsx";

export const meta = staticMeta({
  title: "Schéma pluriannuel d’accessibilité",
  description: "Comment l’accessibilité est prise en charge, et ce qui est prévu dans les trois ans.",
});

const actions: { what: string; when: string; state: string }[] = [
  { what: "Contrôle automatique de chaque page à chaque version", when: "Première année", state: "Fait" },
  { what: "Parcours complets au clavier, par des personnes", when: "Première année", state: "À faire" },
  { what: "Essais avec deux lecteurs d’écran", when: "Première année", state: "À faire" },
  {
    what: "Audit de conformité au RGAA par un tiers, sur un échantillon de pages",
    when: "Première année",
    state: "À faire",
  },
  { what: "Corrections issues de l’audit, puis nouvelle déclaration", when: "Deuxième année", state: "À faire" },
  { what: "Essais avec des personnes en situation de handicap", when: "Deuxième année", state: "À faire" },
  { what: "Aide aux équipes : supports et scénarios accessibles", when: "Deuxième année", state: "À faire" },
  { what: "Contre-audit", when: "Troisième année", state: "À faire" },
];

export default function AccessibilityPlan() {
  return (
    <Page title="Schéma pluriannuel d’accessibilité" path={[["Accessibilité", "/accessibilite"]]}>
      <section>
        <h2>Politique</h2>
        <p>
          L’accessibilité est une condition de la mise en ligne, non une étape de la fin : une page où l’outil
          automatique trouve un défaut grave n’est pas livrée, un graphique sans tableau non plus. Les composants sont
          ceux du système de design de l’État, employés tels quels.
        </p>
      </section>
      <section>
        <h2>Prise en charge</h2>
        <p>
          L’organisme qui exploite cette installation désigne la personne qui en répond et le budget qui va avec ; le
          logiciel libre n’en décide pas à sa place. Les signalements sont lus par le département qui pilote le
          programme.
        </p>
      </section>
      <section>
        <h2>Plan d’action sur trois ans</h2>
        <TableFrame caption="Plan d’action sur trois ans">
          <thead>
            <tr>
              <th scope="col">Action</th>
              <th scope="col">Échéance, après la mise en service</th>
              <th scope="col">État</th>
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
