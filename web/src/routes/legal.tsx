import { staticMeta } from "../apollo/page.ts";
import { Page } from "../ui/Page.tsx";
import { useSite } from "../ui/site.ts";

export const meta = staticMeta({ title: "Mentions légales", description: "Éditeur, licences et sources des données." });

export default function Legal() {
  const { brand } = useSite();
  return (
    <Page title="Mentions légales">
      <section>
        <h2>Éditeur</h2>
        <p>
          Cette installation est éditée sous le nom « {brand.publisher} ».
          {brand.name === "neutre" &&
            " Ce n’est pas un site officiel de l’État : il n’en porte ni la marque ni la police de caractères."}
        </p>
      </section>
      <section>
        <h2>Contenus</h2>
        <p>
          Chaque scénario porte sa licence et la phrase qui sert à le citer. Les ressources qu’il emploie gardent les
          droits indiqués sur sa page.
        </p>
      </section>
      <section>
        <h2>Logiciel</h2>
        <p>
          Le logiciel est libre, sous licence EUPL 1.2. L’interface emploie le système de design de l’État (DSFR), dont
          la marque et la police Marianne sont réservées aux sites de l’État.
        </p>
      </section>
      <section>
        <h2>Nomenclatures</h2>
        <p>
          Les niveaux et domaines d’enseignement viennent des vocabulaires ScoLOMFR (CC BY-SA 3.0 FR), les compétences
          numériques du cadre de référence CRCN.
        </p>
      </section>
    </Page>
  );
}
