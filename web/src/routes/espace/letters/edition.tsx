import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { definePage } from "../../../apollo/page.ts";
import { Arrangement } from "../../../features/communications/Arrangement.tsx";
import { CopyHtml } from "../../../features/communications/CopyHtml.tsx";
import { EditorialForm } from "../../../features/communications/EditorialForm.tsx";
import { PieceForm } from "../../../features/communications/Pieces.tsx";
import { Preview, PublishEdition } from "../../../features/communications/Publish.tsx";
import { Schedule, Sending, SendTest } from "../../../features/communications/Sending.tsx";
import { can } from "../../../features/people/rights.ts";
import { graphql } from "../../../gen/gql.ts";
import { Reveal } from "../../../ui/Reveal.tsx";
import { Section } from "../../../ui/Section.tsx";
import { StateBadge } from "../../../ui/StateBadge.tsx";
import { Time } from "../../../ui/Time.tsx";
import { Screen } from "../parts/Screen.tsx";

const page = definePage({
  query: graphql(`
    query EditionScreen($id: ID!) {
      edition(id: $id) {
        ...EditionDesk
        ...EditionSendingState
        html
      }
      viewer {
        ...ViewerRights
      }
    }
  `),
  variables: ({ params }) => ({ id: params.id ?? "" }),
  subject: "edition",
  head: ({ edition }) => ({
    title: t`${edition?.newsletter.title ?? ""}, numéro ${edition?.number ?? ""}`,
    noindex: true,
  }),
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
    <Screen title={t`${edition.newsletter.title}, numéro ${edition.number}`} path={[[t`La lettre`, "/espace/lettres"]]}>
      <p className="item__facts">
        <StateBadge of="EditionState" value={edition.state} />
        {edition.publishedAt && (
          <span>
            <Trans>
              Publié le <Time at={edition.publishedAt} />
            </Trans>
          </span>
        )}
        {edition.state === "PUBLISHED" && (
          <span>
            <a href={edition.url}>{t`Lire à son adresse publique`}</a>
          </span>
        )}
      </p>
      {composes && (
        <>
          <Section title={t`Titre et éditorial`}>
            <EditorialForm key={edition.id} edition={edition} />
          </Section>
          <Section title={t`Éléments`}>
            <Arrangement edition={edition} />
            <Reveal label={t`Ajouter une actualité, une date ou une image`}>
              {(close) => <PieceForm edition={edition} onDone={close} />}
            </Reveal>
          </Section>
        </>
      )}
      <Section title={t`Aperçu`}>
        <Preview edition={edition} />
        {can(viewer, "editLetters") && <CopyHtml html={edition.html} />}
      </Section>
      {composes && (
        <Section title={t`Publication`}>
          <SendTest edition={edition} />
          {!edition.scheduledAt && <PublishEdition edition={edition} />}
          <Schedule edition={edition} />
        </Section>
      )}
      {edition.state === "PUBLISHED" && can(viewer, "editLetters") && (
        <Section title={t`Envoi par courriel`}>
          <Sending edition={edition} />
        </Section>
      )}
    </Screen>
  );
}
