import { Link } from "react-router";
import { staticMeta } from "../apollo/page.ts";
import { Page } from "../ui/Page.tsx";

export const meta = staticMeta({ title: "Contact", description: "À qui s’adresser, selon ce que l’on cherche." });

export default function Contact() {
  return (
    <Page title="Contact" lead={<p>À qui s’adresser, selon ce que vous cherchez.</p>}>
      <section>
        <h2>Une page ne va pas</h2>
        <p>
          Panne, difficulté d’accès, erreur dans un contenu, droits d’un auteur :{" "}
          <Link to="/signaler">signalez le problème</Link>. Le lien « Signaler un problème », au pied de chaque page,
          note de laquelle il s’agit. Aucun compte n’est nécessaire.
        </p>
      </section>
      <section>
        <h2>Participer, dans votre académie</h2>
        <p>
          Le délégué ou la déléguée académique au numérique connaît les équipes et les projets : son nom est sur la{" "}
          <Link to="/academies">page de votre académie</Link>.
        </p>
      </section>
      <section>
        <h2>Un scénario</h2>
        <p>
          Chaque scénario nomme ses auteurs et leurs académies. Une faute, un lien mort, une image dont les droits sont
          en cause : signalez-le depuis la page du scénario, l’académie qui l’a publié peut le corriger ou le retirer.
        </p>
      </section>
      <section>
        <h2>Vos données personnelles</h2>
        <p>
          Ce qui est conservé, pourquoi, et comment exercer vos droits :{" "}
          <Link to="/donnees-personnelles">données personnelles</Link>.
        </p>
      </section>
      <section>
        <h2>Une faille de sécurité</h2>
        <p>
          L’adresse à employer est dans <a href="/.well-known/security.txt">security.txt</a>. Si c’est celle du
          formulaire de signalement, seuls le département qui pilote le programme et l’administration le lisent.
        </p>
      </section>
      <section>
        <h2>Programmes et moissonneurs</h2>
        <p>
          Le <a href="/graphiql">graphe</a> se documente lui-même, dans l’explorateur. Les publications se suivent par
          flux : <a href="/feeds/publications.atom">Atom</a>, <a href="/feeds/publications.json">JSON</a>.
        </p>
      </section>
    </Page>
  );
}
