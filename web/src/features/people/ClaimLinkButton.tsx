import { Alert } from "@codegouvfr/react-dsfr/Alert";
import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { useState } from "react";
import { graphql } from "../../gen/gql.ts";
import { CommandForm } from "../../ui/CommandForm.tsx";
import { useRefusals } from "../../ui/command.ts";
import { longDate } from "../../ui/dates.ts";

const GIVE = graphql(`
  mutation GiveClaimLink($input: GiveClaimLinkInput!) {
    giveClaimLink(input: $input) {
      claimLink {
        url
        expiresAt
      }
      errors {
        ...RefusalFields
      }
    }
  }
`);

/** A link for the person alone, by which she or he becomes able to sign in as this profile. */
export function ClaimLinkButton({ personId }: { personId: string }) {
  const [link, setLink] = useState<{ url: string; expiresAt: string } | null>(null);
  const command = useRefusals(
    GIVE,
    (data) => data.giveClaimLink,
    ({ giveClaimLink: { claimLink } }) => setLink(claimLink ?? null),
  );
  return (
    <>
      <CommandForm
        command={command}
        variables={() => ({ input: { personId } })}
        submit={t`Créer un lien de rattachement`}
        scope="lien"
        done=""
      />
      {link && (
        <Alert
          severity="info"
          title={t`Remettez ce lien à la personne, et à elle seule`}
          description={
            <Trans>
              <p className="fr-mb-1v" style={{ overflowWrap: "anywhere" }}>
                {link.url}
              </p>
              <p>Il sert une fois, jusqu’au {longDate(link.expiresAt)}, et n’est montré qu’ici.</p>
            </Trans>
          }
        />
      )}
    </>
  );
}
