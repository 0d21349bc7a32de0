import { Alert } from "@codegouvfr/react-dsfr/Alert";
import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { graphql } from "../../gen/gql.ts";
import type { WorkshopFragment } from "../../gen/graphql.ts";
import { CommandForm } from "../../ui/CommandForm.tsx";
import { fieldId, useRefusals } from "../../ui/command.ts";
import { Facts } from "../../ui/Facts.tsx";
import { TextField } from "../../ui/fields.tsx";
import { text } from "../../ui/formData.ts";
import { StateBadge } from "../../ui/StateBadge.tsx";
import { Time } from "../../ui/Time.tsx";

const SET_OPEN_ADDRESS = graphql(`
  mutation SetOpenAddress($input: SetOpenAddressInput!) {
    setOpenAddress(input: $input) {
      scenario {
        ...Workshop
      }
      errors {
        ...RefusalFields
      }
    }
  }
`);

interface OpenAddressProps {
  scenario: WorkshopFragment;
  maySet: boolean;
}

/** The scenario on a site of the academy that opens without signing in (R68): the service goes and looks. */
export const OpenAddress = ({ scenario, maySet }: OpenAddressProps) => (
  <div id={fieldId("openAddress")} tabIndex={-1}>
    {scenario.openAddress ? <Visit address={scenario.openAddress} /> : <p>{t`Aucune adresse n’est donnée.`}</p>}
    {scenario.addressWatch && <Watched watch={scenario.addressWatch} />}
    {maySet ? (
      <AddressForm scenario={scenario} />
    ) : (
      <p className="fr-hint-text">{t`L’adresse est donnée par le ou la référent·e, ou l’IAN de la discipline.`}</p>
    )}
  </div>
);

const Visit = ({ address }: { address: NonNullable<WorkshopFragment["openAddress"]> }) => (
  <div role="status">
    <p>
      <StateBadge of="AddressCheck" value={address.result} /> {address.detail}
    </p>
    <Facts
      facts={[
        [
          t`Adresse`,
          <a key="url" href={address.url} rel="noreferrer">
            {address.url}
          </a>,
        ],
        [t`Visitée le`, <Time key="at" at={address.checkedAt} as="instant" />],
        [t`Acceptée hors des sites de l’académie`, address.acceptedReason],
      ]}
    />
  </div>
);

/** What the regular visits say since the publication. */
const Watched = ({ watch }: { watch: NonNullable<WorkshopFragment["addressWatch"]> }) => (
  <>
    {watch.brokenSince && (
      <Alert
        severity="error"
        small
        description={
          <Trans>
            Depuis le <Time at={watch.brokenSince} as="instant" />, la page ne s’ouvre plus : {watch.detail}{" "}
            Rétablissez-la, ou donnez une autre adresse.
          </Trans>
        }
      />
    )}
    <p className="fr-hint-text">
      {watch.checkedAt ? (
        <Trans>
          Visitée chaque semaine depuis la publication : la dernière fois le <Time at={watch.checkedAt} as="instant" />.{" "}
          {watch.detail}
        </Trans>
      ) : (
        <Trans>
          Visitée chaque semaine après la publication ; la première fois le <Time at={watch.nextCheckAt} as="instant" />
          .
        </Trans>
      )}
    </p>
  </>
);

function AddressForm({ scenario }: { scenario: WorkshopFragment }) {
  const command = useRefusals(SET_OPEN_ADDRESS, (data) => data.setOpenAddress);
  return (
    <CommandForm
      command={command}
      scope="address"
      submit={t`Donner et faire visiter l’adresse`}
      done={t`L’adresse vient d’être visitée : le résultat est ci-dessus.`}
      variables={(form) => ({ input: { scenarioId: scenario.id, url: text(form, "url") } })}
    >
      <TextField
        name="url"
        label={t`Adresse du scénario sur le site de l’académie`}
        hint={t`Elle est visitée aussitôt, sans identification : la page doit répondre à tout le monde. Un ENT ne convient pas.`}
        type="url"
        defaultValue={scenario.openAddress?.url}
      />
    </CommandForm>
  );
}
