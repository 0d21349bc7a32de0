import { definePage } from "../../../apollo/page.ts";
import { Arrangement } from "../../../features/communications/Arrangement.tsx";
import { EditorialForm } from "../../../features/communications/EditorialForm.tsx";
import { Preview, PublishEdition } from "../../../features/communications/Publish.tsx";
import { can } from "../../../features/people/rights.ts";
import { graphql } from "../../../gen/gql.ts";
import { Section } from "../../../ui/Section.tsx";
import { StateBadge } from "../../../ui/StateBadge.tsx";
import { Time } from "../../../ui/Time.tsx";
import { Screen } from "../parts/Screen.tsx";

const page = definePage({
  query: graphql(`
    query EditionScreen($id: ID!) {
      edition(id: $id) {
        ...EditionDesk
      }
      viewer {
        ...ViewerRights
      }
    }
  `),
  variables: ({ params }) => ({ id: params.id ?? "" }),
  subject: "edition",
  head: ({ edition }) => ({ title: `${edition?.newsletter.title}, numéro ${edition?.number}`, noindex: true }),
  fresh: true,
});

export const loader = page.loader;
export const clientLoader = page.clientLoader;
export const meta = page.meta;

export default function EditionScreen() {
  const { data } = page.useData();
  const { edition, viewer } = data;
  if (!edition) return null;
  const composes = edition.state === "DRAFT" && can(viewer, "editLetters");
  return (
    <Screen title={`${edition.newsletter.title}, numéro ${edition.number}`} path={[["La lettre", "/espace/lettres"]]}>
      <p className="item__facts">
        <StateBadge of="EditionState" value={edition.state} />
        {edition.publishedAt && (
          <span>
            Publié le <Time at={edition.publishedAt} />
          </span>
        )}
        {edition.state === "PUBLISHED" && (
          <span>
            <a href={edition.url}>Lire à son adresse publique</a>
          </span>
        )}
      </p>
      {composes && (
        <>
          <Section title="Titre et éditorial">
            <EditorialForm key={edition.id} edition={edition} />
          </Section>
          <Section title="Éléments">
            <Arrangement edition={edition} />
          </Section>
        </>
      )}
      <Section title="Aperçu">
        <Preview edition={edition} />
      </Section>
      {composes && (
        <Section title="Publication">
          <PublishEdition edition={edition} />
        </Section>
      )}
    </Screen>
  );
}
