import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { useNavigate } from "react-router";
import type { CampaignSetupFragment } from "../../gen/graphql.ts";
import { CommandForm } from "../../ui/CommandForm.tsx";
import { useRefusals } from "../../ui/command.ts";
import { CheckboxesField, CheckboxField, TextField } from "../../ui/fields.tsx";
import { checked, instantIn, localIn, numberOf, optionalText, text, texts } from "../../ui/formData.ts";
import { labelOf } from "../../ui/labels.ts";
import { RevealedCommand } from "../../ui/RevealedCommand.tsx";
import { GridEditor, gridOf } from "./GridEditor.tsx";
import { SpecificationField } from "./SpecificationField.tsx";
import { DATE_PHASES, MOVE_DATES, REPEAT_CAMPAIGN, REVISE_CAMPAIGN } from "./settings.ts";

interface FormProps {
  campaign: CampaignSetupFragment;
  onDone: () => void;
}

const ofVersion = ({ id, version }: CampaignSetupFragment) => ({ campaignId: id, expectedVersion: version });

/** One by one (R01, R17). */
export function PhaseDates({ campaign, onDone }: FormProps) {
  const command = useRefusals(DATE_PHASES, (data) => data.datePhases, onDone);
  const variables = (form: FormData) => ({
    input: {
      ...ofVersion(campaign),
      phases: campaign.phases.map(({ kind, startsAt, endsAt }) => ({
        kind,
        startsAt: instantIn(text(form, `${kind}-from`)) ?? startsAt,
        endsAt: instantIn(text(form, `${kind}-to`)) ?? endsAt,
      })),
    },
  });
  return (
    <CommandForm
      key={campaign.version}
      command={command}
      variables={variables}
      submit={t`Enregistrer les dates`}
      scope="dates"
    >
      {campaign.phases.map(({ kind, startsAt, endsAt }) => (
        <fieldset key={kind} className="fr-fieldset fr-mb-0">
          <legend className="fr-fieldset__legend fr-pb-1v">{labelOf("PhaseKind", kind)}</legend>
          <div className="field-row fr-fieldset__element">
            <TextField name={`${kind}-from`} label={t`Début`} type="datetime-local" defaultValue={localIn(startsAt)} />
            <TextField name={`${kind}-to`} label={t`Fin`} type="datetime-local" defaultValue={localIn(endsAt)} />
          </div>
        </fieldset>
      ))}
      <p className="fr-hint-text">
        <Trans>Heures de Paris. Une étape commencée garde son début.</Trans>
      </p>
    </CommandForm>
  );
}

/** All together, at the same hour. */
export function MoveDates({ campaign, onDone }: FormProps) {
  const command = useRefusals(MOVE_DATES, (data) => data.moveDates, onDone);
  return (
    <RevealedCommand
      label={t`Déplacer toutes les dates à venir`}
      command={command}
      variables={(form) => ({ input: { ...ofVersion(campaign), days: numberOf(form, "days") ?? 0 } })}
      submit={t`Déplacer`}
      scope="deplacement"
    >
      <TextField
        name="days"
        label={t`Nombre de jours`}
        hint={t`Négatif pour avancer.`}
        type="number"
        defaultValue={7}
      />
    </RevealedCommand>
  );
}

/** Quotas and delays: they warn, they never block (R21). */
export function Settings({ campaign, onDone }: FormProps) {
  const command = useRefusals(REVISE_CAMPAIGN, (data) => data.reviseCampaign, onDone);
  const { settings } = campaign;
  const number = (form: FormData, name: string) => numberOf(form, `settings.${name}`);
  const variables = (form: FormData) => ({
    input: {
      ...ofVersion(campaign),
      target: numberOf(form, "target"),
      specificationUrl: optionalText(form, "specificationUrl"),
      specificationFileId: optionalText(form, "specificationFileId"),
      settings: {
        perTheme: number(form, "perTheme"),
        perAcademy: number(form, "perAcademy"),
        reviewersPerApplication: number(form, "reviewersPerApplication"),
        draftReminderDays: number(form, "draftReminderDays"),
        correctionDays: number(form, "correctionDays"),
        renewal: checked(form, "settings.renewal"),
        grid: gridOf(form),
      },
    },
  });
  return (
    <CommandForm
      key={campaign.version}
      command={command}
      variables={variables}
      submit={t`Enregistrer les réglages`}
      scope="reglages"
    >
      <div className="field-row">
        <TextField name="target" label={t`Nombre d’équipes visé`} type="number" defaultValue={campaign.target} />
        <TextField
          name="settings.perTheme"
          label={t`Académies par thème, au plus`}
          type="number"
          defaultValue={settings.perTheme ?? ""}
          optional
        />
        <TextField
          name="settings.perAcademy"
          label={t`Équipes par académie, au plus`}
          type="number"
          defaultValue={settings.perAcademy ?? ""}
          optional
        />
      </div>
      <p className="fr-hint-text">
        <Trans>Des indications : les dépasser avertit, jamais ne bloque.</Trans>
      </p>
      <div className="field-row">
        <TextField
          name="settings.reviewersPerApplication"
          label={t`Avis par candidature`}
          type="number"
          defaultValue={settings.reviewersPerApplication}
        />
        <TextField
          name="settings.draftReminderDays"
          label={t`Rappel des brouillons, jours avant la clôture`}
          type="number"
          defaultValue={settings.draftReminderDays}
        />
        <TextField
          name="settings.correctionDays"
          label={t`Délai de correction, en jours`}
          type="number"
          defaultValue={settings.correctionDays}
        />
      </div>
      <CheckboxField
        name="settings.renewal"
        label={t`Décider de la seconde année des thèmes de deux ans`}
        defaultChecked={settings.renewal}
        optional
      />
      <TextField
        name="specificationUrl"
        label={t`Adresse du cahier des charges`}
        type="url"
        defaultValue={campaign.specificationUrl ?? ""}
        optional
      />
      <SpecificationField campaign={campaign} />
      <GridEditor grid={settings.grid} />
    </CommandForm>
  );
}

/** Next year's, from this one (R01). */
export function Repeat({ campaign }: { campaign: CampaignSetupFragment }) {
  const navigate = useNavigate();
  const command = useRefusals(
    REPEAT_CAMPAIGN,
    (data) => data.repeatCampaign,
    ({ repeatCampaign }) => void navigate(`/espace/campagnes/${repeatCampaign.campaign?.id ?? ""}`),
  );
  const themes = campaign.themes?.nodes ?? [];
  const variables = (form: FormData) => ({
    input: {
      campaignId: campaign.id,
      carrySettings: checked(form, "carrySettings"),
      themeIds: texts(form, "themeIds"),
      groupThemeIds: texts(form, "groupThemeIds"),
    },
  });
  return (
    <RevealedCommand
      label={t`Préparer la campagne suivante`}
      command={command}
      variables={variables}
      submit={t`Préparer la campagne`}
      scope="suivante"
    >
      <p>
        <Trans>
          Les dates sont les mêmes un an plus tard. Un thème repris demande un nouvel accord. Le fichier du cahier des
          charges n’est pas repris : déposez celui de la nouvelle année.
        </Trans>
      </p>
      <CheckboxField
        name="carrySettings"
        label={t`Reprendre l’objectif, les quotas et la grille`}
        defaultChecked
        optional
      />
      <CheckboxesField
        name="themeIds"
        label={t`Thèmes à reprendre`}
        options={themes.map(({ id, title }) => ({ value: id, label: title }))}
      />
      <CheckboxesField
        name="groupThemeIds"
        label={t`Groupes nationaux à reconduire`}
        hint={t`L’inspection générale et les expert·es du thème ont aussitôt un mandat sur le thème repris. Les équipes se reconstituent par leurs candidatures, qu’elles peuvent copier de l’an passé.`}
        options={themes.map(({ id, title }) => ({ value: id, label: title }))}
      />
    </RevealedCommand>
  );
}
