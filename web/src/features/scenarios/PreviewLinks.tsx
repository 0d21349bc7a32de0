import { Button } from "@codegouvfr/react-dsfr/Button";
import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { useState } from "react";
import { graphql } from "../../gen/gql.ts";
import type { WorkshopFragment } from "../../gen/graphql.ts";
import { CommandForm } from "../../ui/CommandForm.tsx";
import { useRefusals } from "../../ui/command.ts";
import { longDate } from "../../ui/dates.ts";
import { ErrorSummary } from "../../ui/ErrorSummary.tsx";
import { TextField } from "../../ui/fields.tsx";
import { numberOf } from "../../ui/formData.ts";
import { Named } from "../../ui/Named.tsx";
import { Time } from "../../ui/Time.tsx";

const CREATE_PREVIEW_LINK = graphql(`
  mutation CreatePreviewLink($input: CreatePreviewLinkInput!) {
    createPreviewLink(input: $input) {
      url
      scenario {
        ...Workshop
      }
      errors {
        ...RefusalFields
      }
    }
  }
`);

const REVOKE_PREVIEW_LINK = graphql(`
  mutation RevokePreviewLink($input: RevokePreviewLinkInput!) {
    revokePreviewLink(input: $input) {
      scenario {
        ...Workshop
      }
      errors {
        ...RefusalFields
      }
    }
  }
`);

const DAYS = 14;

/** A draft shown to somebody without an account, by an address that is told once, expires and can be taken back. */
export function PreviewLinks({ scenario }: { scenario: WorkshopFragment }) {
  const [url, setUrl] = useState("");
  const create = useRefusals(
    CREATE_PREVIEW_LINK,
    (data) => data.createPreviewLink,
    (data) => setUrl(data.createPreviewLink.url ?? ""),
  );
  return (
    <>
      <h3 className="fr-h5 fr-mt-3w">{t`Lien d’aperçu`}</h3>
      <p className="fr-hint-text">
        {t`Qui a ce lien lit le brouillon sans compte, jusqu’à son échéance. Les moteurs de recherche l’ignorent.`}
      </p>
      <Links scenario={scenario} />
      {url && (
        <p role="status">
          <Trans>
            Copiez l’adresse maintenant, elle n’est pas gardée : <a href={url}>{url}</a>
          </Trans>
        </p>
      )}
      <CommandForm
        command={create}
        scope="preview"
        submit={t`Créer un lien d’aperçu`}
        done={t`Le lien est créé : son adresse est ci-dessus.`}
        variables={(form) => ({ input: { scenarioId: scenario.id, days: numberOf(form, "days") ?? DAYS } })}
      >
        <TextField name="days" label={t`Durée du lien, en jours`} type="number" defaultValue={DAYS} />
      </CommandForm>
    </>
  );
}

function Links({ scenario }: { scenario: WorkshopFragment }) {
  const revoke = useRefusals(REVOKE_PREVIEW_LINK, (data) => data.revokePreviewLink);
  const active = scenario.previewLinks.filter((link) => link.active);
  return (
    <>
      <ErrorSummary ref={revoke.summary} refusals={revoke.refusals} titleAs="h4" />
      <ul>
        {active.map((link) => (
          <li key={link.id}>
            <Trans>
              Créé le <Time at={link.createdAt} />, expire le <Time at={link.expiresAt} />
            </Trans>
            {link.by && `, ${link.by.displayName}`}{" "}
            <Button
              type="button"
              size="small"
              priority="tertiary no outline"
              disabled={revoke.state === "busy"}
              onClick={() => void revoke.run({ input: { previewLinkId: link.id } })}
            >
              <Named verb={t`Révoquer`} name={t`le lien du ${longDate(link.createdAt)}`} />
            </Button>
          </li>
        ))}
      </ul>
    </>
  );
}
