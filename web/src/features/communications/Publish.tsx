import { plural, t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { graphql } from "../../gen/gql.ts";
import type { EditionDeskFragment } from "../../gen/graphql.ts";
import { inFrench } from "../../language.ts";
import { CommandForm } from "../../ui/CommandForm.tsx";
import { useRefusals } from "../../ui/command.ts";
import { CheckboxField } from "../../ui/fields.tsx";
import { checked } from "../../ui/formData.ts";
import { Prose } from "../../ui/Prose.tsx";
import { Reveal } from "../../ui/Reveal.tsx";
import { orderOf } from "./arrange.ts";
import { PiecePreview } from "./Pieces.tsx";

const PUBLISH_EDITION = graphql(`
  mutation PublishEdition($input: PublishEditionInput!) {
    publishEdition(input: $input) {
      edition {
        ...EditionDesk
        ...EditionSendingState
      }
      errors {
        ...RefusalFields
      }
    }
  }
`);

export const PublishEdition = ({ edition }: { edition: EditionDeskFragment }) => (
  <Reveal label={t`Publier ce numéro`} priority="primary">
    {() => <Confirmation edition={edition} />}
  </Reveal>
);

/** A published edition changes no more: what it holds is said once again before. */
function Confirmation({ edition }: { edition: EditionDeskFragment }) {
  const command = useRefusals(PUBLISH_EDITION, (data) => data.publishEdition);
  const kept = orderOf(edition.items).length;
  return (
    <CommandForm
      command={command}
      submit={t`Publier définitivement`}
      done={t`Le numéro est publié.`}
      variables={(form) => ({
        input: { editionId: edition.id, expectedVersion: edition.version, sendMail: checked(form, "sendMail") },
      })}
    >
      <p>
        <Trans>
          « {edition.title || t`Sans titre`} », {plural(kept, { one: "# élément", other: "# éléments" })}. Avez-vous
          relu l’aperçu ? Une fois publié, le numéro ne change plus ; le suivant de la série s’ouvre.
        </Trans>
      </p>
      <CheckboxField name="sendMail" label={t`L’envoyer aussi par courriel aux abonné·es`} defaultChecked optional />
    </CommandForm>
  );
}

/** The edition as its readers will see it. */
export function Preview({ edition }: { edition: EditionDeskFragment }) {
  const items = orderOf(edition.items).flatMap((id) => edition.items.find((item) => item.id === id) ?? []);
  return (
    <div className="letter-preview">
      <p className="fr-hint-text">
        <Trans>
          {edition.newsletter.title}, numéro {edition.number}
        </Trans>
      </p>
      <h3>{edition.title || t`Sans titre`}</h3>
      {edition.editorial && <Prose text={edition.editorial} />}
      {items
        .filter(({ withdrawn }) => !withdrawn)
        .map(({ id, publication, piece }) => (
          <section key={id}>
            {piece && <PiecePreview piece={piece} />}
            {publication && (
              <>
                <h4 className="fr-h6">
                  <a href={publication.url} lang={inFrench}>
                    {publication.title}
                  </a>
                </h4>
                <p lang={inFrench}>{publication.summary}</p>
                <p className="fr-hint-text">
                  {[publication.attribution, publication.licence].filter(Boolean).join(", ")}
                </p>
              </>
            )}
          </section>
        ))}
    </div>
  );
}
