import { staticMeta } from "../apollo/page.ts";
import { Page } from "../ui/Page.tsx";

export const meta = staticMeta({ title: "Accessibilité", description: "Ce qui est fait, mesuré et encore à faire." });

export default function Accessibility() {
  return (
    <Page title="Accessibilité">
      <p className="fr-text--lead">
        Ce site est <strong>non conforme</strong> au sens du RGAA : il n’a pas encore fait l’objet d’un audit.
      </p>
      <section>
        <h2>Ce qui est fait</h2>
        <ul>
          <li>Les pages publiques se lisent entières sans JavaScript.</li>
          <li>Tout s’atteint au clavier ; des liens d’évitement mènent au contenu, au menu et au pied de page.</li>
          <li>Aucune information n’est donnée par la seule couleur ; chaque graphique a son tableau.</li>
          <li>Les thèmes clair et sombre, l’agrandissement à 200 % et les écrans étroits sont vérifiés.</li>
          <li>Les erreurs d’un formulaire sont résumées en tête et reliées à leur champ.</li>
        </ul>
      </section>
      <section>
        <h2>Ce qui est vérifié</h2>
        <p>
          Les pages passent l’outil automatique axe, en clair et en sombre, à 1280 et 390 pixels de large. Un outil
          automatique ne voit qu’une partie des défauts : les lecteurs d’écran n’ont pas encore été essayés.
        </p>
      </section>
      <section>
        <h2>Signaler une difficulté</h2>
        <p>
          Si une page ou un document vous résiste, dites-le au délégué ou à la déléguée académique au numérique de votre
          académie, dont le nom est sur la <a href="/academies">page de l’académie</a>.
        </p>
      </section>
    </Page>
  );
}
