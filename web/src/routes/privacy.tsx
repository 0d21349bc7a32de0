import { staticMeta } from "../apollo/page.ts";
import { Page } from "../ui/Page.tsx";

export const meta = staticMeta({
  title: "Données personnelles",
  description: "Quelles données, qui les voit, combien de temps, et comment les corriger.",
});

export default function Privacy() {
  return (
    <Page title="Données personnelles">
      <section>
        <h2>Ce que voit tout visiteur</h2>
        <p>
          Le nom et le rôle des membres des groupes nationaux, le nom des auteurs des scénarios publiés, et celui des
          délégués académiques au numérique. Les chiffres de participation masquent les groupes de moins de cinq
          personnes.
        </p>
      </section>
      <section>
        <h2>Ce que voient les personnes connectées</h2>
        <p>L’adresse électronique professionnelle et les mandats, pour savoir à qui écrire.</p>
      </section>
      <section>
        <h2>Cookies et mesure d’audience</h2>
        <p>
          Un seul cookie, celui de la session, et seulement après identification. Aucune mesure d’audience, aucun
          traceur, aucune requête vers un autre site. Le thème clair ou sombre est retenu par votre navigateur.
        </p>
      </section>
      <section>
        <h2>Vos droits</h2>
        <p>
          Vous pouvez demander à voir, corriger ou effacer vos données. Une personne effacée disparaît de toutes les
          listes ; l’auteur d’un scénario publié y reste nommé, sauf s’il demande le contraire.
        </p>
      </section>
    </Page>
  );
}
