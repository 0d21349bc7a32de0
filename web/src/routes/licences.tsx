import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Link } from "react-router";
import { staticMeta } from "../apollo/page.ts";
import { Page } from "../ui/Page.tsx";

export const meta = staticMeta({
  title: t`Licences et citation`,
  description: t`Ce que l’on peut reprendre, à quelles conditions, et comment citer.`,
});

export default function Licences() {
  return (
    <Page
      title={t`Licences et citation`}
      lead={<p>{t`Ce que l’on peut reprendre ici, et comment dire d’où cela vient.`}</p>}
    >
      <section>
        <h2>{t`Les scénarios`}</h2>
        <p>
          <Trans>
            Chaque scénario porte sa licence, choisie par ses auteurs, le plus souvent CC BY-SA 4.0 : on peut le copier,
            l’adapter et le diffuser en nommant ses auteurs, sous la même licence. Les ressources qu’il emploie (images,
            textes, extraits) gardent les droits indiqués, une à une, sur sa page.
          </Trans>
        </p>
        <p>
          <Trans>
            La phrase pour citer est prête, en bas de chaque scénario : titre, auteurs, académies, campagne, licence et
            adresse. Une adaptation ajoute ce qu’elle a changé : « d’après… ».
          </Trans>
        </p>
        <p className="credit">
          <Trans>
            « Titre du scénario », prénoms et noms des auteurs, académie de …, travaux académiques mutualisés 2019-2020,
            CC BY-SA 4.0, https://…
          </Trans>
        </p>
      </section>
      <section>
        <h2>{t`Les supports, les modules et les lettres`}</h2>
        <p>
          <Trans>
            Ils sont sur les sites qui les publient et gardent les conditions de ces sites. Citez le titre, l’académie
            ou le département DNE A2, et l’adresse.
          </Trans>
        </p>
      </section>
      <section>
        <h2>{t`Les chiffres`}</h2>
        <p>
          <Trans>
            Les chiffres de participation se reprennent librement, avec leur date et leur définition, données sur la{" "}
            <Link to="/participation">page de la participation</Link>. Les groupes de moins de cinq personnes sont
            masqués : ne cherchez pas à les recomposer.
          </Trans>
        </p>
      </section>
      <section>
        <h2>{t`Les nomenclatures`}</h2>
        <p>
          <Trans>
            Niveaux et domaines d’enseignement : vocabulaires ScoLOMFR, CC BY-SA 3.0 FR. Compétences numériques : cadre
            de référence CRCN, ministère de l’Éducation nationale.
          </Trans>
        </p>
      </section>
      <section>
        <h2>{t`Le logiciel`}</h2>
        <p>
          <Trans>
            Trame est un logiciel libre, sous licence{" "}
            <a href="https://eupl.eu/1.2/fr/" rel="noreferrer">
              EUPL 1.2
            </a>
            . L’interface emploie le système de design de l’État (DSFR), dont la marque et la police Marianne sont
            réservées aux sites de l’État.
          </Trans>
        </p>
      </section>
    </Page>
  );
}
