import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import type { CampaignSetupFragment } from "../../gen/graphql.ts";
import { CommandForm } from "../../ui/CommandForm.tsx";
import { useRefusals } from "../../ui/command.ts";
import { TextField } from "../../ui/fields.tsx";
import { text } from "../../ui/formData.ts";
import { REVISE_CAMPAIGN } from "./settings.ts";

interface PayWindowsProps {
  campaign: CampaignSetupFragment;
  onDone: () => void;
}

/** 31/12 and 12-31 are the same day; what is neither is left to the service to refuse. */
const turned = (day: string) => day.split(/[/-]/).reverse();
const shown = (day: string) => turned(day).join("/");
const kept = (day: string) =>
  turned(day)
    .map((part) => part.trim().padStart(2, "0"))
    .join("-");

/** When the two instalments may be attested and ordered (R90). */
export function PayWindows({ campaign, onDone }: PayWindowsProps) {
  const command = useRefusals(REVISE_CAMPAIGN, (data) => data.reviseCampaign, onDone);
  const { id, version, settings } = campaign;
  const variables = (form: FormData) => ({
    input: {
      campaignId: id,
      expectedVersion: version,
      settings: {
        payWindows: settings.payWindows.map(({ number }, index) => ({
          number,
          from: kept(text(form, `settings.payWindows.${index}.from`)),
          to: kept(text(form, `settings.payWindows.${index}.to`)),
        })),
      },
    },
  });
  return (
    <CommandForm
      key={version}
      command={command}
      variables={variables}
      submit={t`Enregistrer les périodes`}
      scope="versements"
    >
      <p>
        <Trans>
          Un versement s’atteste et s’ordonne dans sa période, la même chaque année scolaire. Ce qui n’est pas encore
          attesté suit le changement.
        </Trans>
      </p>
      {settings.payWindows.map(({ number, from, to }, index) => (
        <fieldset key={number} className="fr-fieldset fr-mb-0">
          <legend className="fr-fieldset__legend fr-pb-1v">
            {number === 1 ? t`Premier versement` : t`Second versement`}
          </legend>
          <div className="field-row fr-fieldset__element">
            <TextField
              name={`settings.payWindows.${index}.from`}
              label={t`Premier jour`}
              hint={t`Jour et mois : JJ/MM.`}
              defaultValue={shown(from)}
            />
            <TextField
              name={`settings.payWindows.${index}.to`}
              label={t`Dernier jour`}
              hint={t`Jour et mois : JJ/MM.`}
              defaultValue={shown(to)}
            />
          </div>
        </fieldset>
      ))}
    </CommandForm>
  );
}
