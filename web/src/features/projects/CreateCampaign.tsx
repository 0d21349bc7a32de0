import { Button } from "@codegouvfr/react-dsfr/Button";
import { t } from "@lingui/core/macro";
import { useNavigate } from "react-router";
import { graphql } from "../../gen/gql.ts";
import { CommandForm } from "../../ui/CommandForm.tsx";
import { useRefusals } from "../../ui/command.ts";
import { TextField } from "../../ui/fields.tsx";
import { instantIn, numberOf, optionalText, text } from "../../ui/formData.ts";

const CREATE_CAMPAIGN = graphql(`
  mutation CreateCampaign($input: CreateCampaignInput!) {
    createCampaign(input: $input) {
      campaign {
        id
      }
      errors {
        ...RefusalFields
      }
    }
  }
`);

/** A campaign: its school year, the window of its call, how many teams it hopes for (R01, R17, R21). */
export function CreateCampaign({ close }: { close: () => void }) {
  const navigate = useNavigate();
  const command = useRefusals(
    CREATE_CAMPAIGN,
    (data) => data.createCampaign,
    ({ createCampaign }) => void navigate(`/espace/campagnes/${createCampaign.campaign?.id ?? ""}`),
  );
  const variables = (form: FormData) => ({
    input: {
      label: text(form, "label"),
      startsOn: text(form, "startsOn"),
      endsOn: text(form, "endsOn"),
      callOpensAt: instantIn(text(form, "callOpensAt")) ?? "",
      callClosesAt: instantIn(text(form, "callClosesAt")) ?? "",
      target: numberOf(form, "target") ?? 100,
      specificationUrl: optionalText(form, "specificationUrl"),
    },
  });
  return (
    <CommandForm
      command={command}
      variables={variables}
      submit={t`Créer la campagne`}
      actions={
        <Button type="button" priority="tertiary" onClick={close}>
          {t`Annuler`}
        </Button>
      }
    >
      <TextField name="label" label={t`Année scolaire`} hint={t`Par exemple : 2020-2021.`} />
      <div className="field-row">
        <TextField name="startsOn" label={t`Premier jour de l’année`} type="date" />
        <TextField name="endsOn" label={t`Dernier jour de l’année`} type="date" />
      </div>
      <div className="field-row">
        <TextField name="callOpensAt" label={t`Ouverture de l’appel`} hint={t`Heure de Paris.`} type="datetime-local" />
        <TextField name="callClosesAt" label={t`Clôture de l’appel`} hint={t`Heure de Paris.`} type="datetime-local" />
      </div>
      <TextField
        name="target"
        label={t`Nombre d’équipes visé`}
        hint={t`Une indication, jamais un plafond.`}
        type="number"
        defaultValue={100}
      />
      <TextField
        name="specificationUrl"
        label={t`Adresse du cahier des charges`}
        hint={t`Par exemple : https://eduscol.education.fr/…`}
        type="url"
        optional
      />
    </CommandForm>
  );
}
