import { Button } from "@codegouvfr/react-dsfr/Button";
import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import type { ThemeBoardFragment, ThemeFollowUpFragment } from "../../gen/graphql.ts";
import { CommandForm } from "../../ui/CommandForm.tsx";
import { useRefusals } from "../../ui/command.ts";
import { SelectField, TextAreaField } from "../../ui/fields.tsx";
import { optionalText, text } from "../../ui/formData.ts";
import { AGREE_TO_THEME, LAUNCH_THEME, NAME_LEAD_ACADEMY } from "./themes.ts";

interface ThemeFormProps {
  theme: ThemeBoardFragment & Partial<Pick<ThemeFollowUpFragment, "leadProposal">>;
  close: () => void;
  onDone: () => void;
}

const Cancel = ({ close }: { close: () => void }) => (
  <Button type="button" priority="tertiary" onClick={close}>
    {t`Annuler`}
  </Button>
);

/** The agreement of the inspection générale: once, with who and when (R18). */
export function Agree({ theme, close, onDone }: ThemeFormProps) {
  const command = useRefusals(AGREE_TO_THEME, (data) => data.agreeToTheme, onDone);
  const variables = (form: FormData) => ({
    input: { themeId: theme.id, note: optionalText(form, "note"), expectedVersion: theme.version },
  });
  return (
    <CommandForm
      command={command}
      variables={variables}
      submit={t`Donner l’accord`}
      scope="accord"
      actions={<Cancel close={close} />}
    >
      <p>
        <Trans>
          Votre accord permet au thème d’entrer dans l’appel à candidatures. Il est inscrit avec votre nom et la date.
        </Trans>
      </p>
      <TextAreaField name="note" label={t`Note`} optional rows={3} />
    </CommandForm>
  );
}

interface LeadAcademyFormProps extends ThemeFormProps {
  academies: readonly { code: string; label: string }[];
}

/** At most one, with a team on the theme and the expertise that justifies it (R48, R49). */
export function LeadAcademyForm({ theme, academies, close, onDone }: LeadAcademyFormProps) {
  const command = useRefusals(NAME_LEAD_ACADEMY, (data) => data.nameLeadAcademy, onDone);
  const variables = (form: FormData) => ({
    input: {
      themeId: theme.id,
      academyCode: text(form, "academyCode"),
      reason: text(form, "reason"),
      expectedVersion: theme.version,
    },
  });
  return (
    <CommandForm
      command={command}
      variables={variables}
      submit={t`Nommer chef de file`}
      scope="chef-de-file"
      actions={<Cancel close={close} />}
    >
      <SelectField
        name="academyCode"
        label={t`Académie`}
        hint={t`Celle que l’expertise du thème a proposée, avec une équipe retenue.`}
        options={academies.map(({ code, label }) => ({ value: code, label }))}
        defaultValue={theme.leadProposal?.academy?.code ?? theme.leadAcademy?.code}
      />
      <TextAreaField
        name="reason"
        label={t`Expertise développée sur le sujet`}
        hint={t`Elle justifie le choix et paraît sur la page du thème.`}
        rows={4}
        defaultValue={theme.leadProposal?.reason ?? theme.leadAcademyReason ?? ""}
      />
    </CommandForm>
  );
}

export function Launch({ theme, close, onDone }: ThemeFormProps) {
  const command = useRefusals(LAUNCH_THEME, (data) => data.launchTheme, onDone);
  return (
    <CommandForm
      command={command}
      variables={() => ({ input: { themeId: theme.id, expectedVersion: theme.version } })}
      submit={t`Confirmer le lancement`}
      scope="lancement"
      actions={<Cancel close={close} />}
    >
      <p>
        <Trans>
          Les équipes engagées commencent leurs travaux dès le lancement ; celles dont le groupe se complète ensuite les
          rejoignent. Le lancement ne se reprend pas.
        </Trans>
      </p>
    </CommandForm>
  );
}
