import { Button } from "@codegouvfr/react-dsfr/Button";
import { Checkbox } from "@codegouvfr/react-dsfr/Checkbox";
import { plural, t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import type { CampaignBoardFragment } from "../../gen/graphql.ts";
import { CommandForm } from "../../ui/CommandForm.tsx";
import { useFieldError, useFieldId, useRefusals } from "../../ui/command.ts";
import { texts } from "../../ui/formData.ts";
import { labelOf } from "../../ui/labels.ts";
import { Time } from "../../ui/Time.tsx";
import { CLOSE_CALL, OPEN_CALL } from "./campaigns.ts";

interface CallProps {
  campaign: CampaignBoardFragment;
  close: () => void;
  onDone: () => void;
}

const Cancel = ({ close }: { close: () => void }) => (
  <Button type="button" priority="tertiary" onClick={close}>
    {t`Annuler`}
  </Button>
);

/** Opens the call with chosen themes; those without the agreement are shown, and cannot be chosen (R17, R18). */
export function OpenCall({ campaign, close, onDone }: CallProps) {
  const command = useRefusals(OPEN_CALL, (data) => data.openCall, onDone);
  const variables = (form: FormData) => ({
    input: { campaignId: campaign.id, themeIds: texts(form, "themeIds"), expectedVersion: campaign.version },
  });
  return (
    <CommandForm
      command={command}
      variables={variables}
      submit={t`Ouvrir l’appel`}
      scope="appel"
      actions={<Cancel close={close} />}
    >
      <p>
        <Trans>
          Les académies pourront candidater du <Time at={campaign.call.opensAt} as="deadline" /> au{" "}
          <Time at={campaign.call.closesAt} as="deadline" />.
        </Trans>
      </p>
      <ThemeBoxes themes={campaign.themes?.nodes ?? []} />
    </CommandForm>
  );
}

type Theme = NonNullable<CampaignBoardFragment["themes"]>["nodes"][number];

function ThemeBoxes({ themes }: { themes: readonly Theme[] }) {
  const error = useFieldError("themeIds");
  const id = useFieldId("themeIds");
  if (themes.length === 0) return <p>{t`La campagne n’a pas encore de thème : les expert·es en proposent.`}</p>;
  return (
    <Checkbox
      id={id}
      legend={t`Thèmes de l’appel`}
      hintText={t`Un thème entre dans l’appel avec l’accord de l’inspection générale.`}
      state={error ? "error" : "default"}
      stateRelatedMessage={error}
      options={themes.map((theme) => ({
        label: theme.title,
        hintText: reasonAgainst(theme),
        nativeInputProps: {
          name: "themeIds",
          value: theme.id,
          disabled: theme.state !== "AGREED",
          defaultChecked: theme.state === "AGREED",
        },
      }))}
    />
  );
}

const reasonAgainst = ({ state }: Theme): string | undefined => {
  if (state === "AGREED") return undefined;
  return state === "DRAFT"
    ? t`Ne peut pas être choisi : l’accord de l’inspection générale manque.`
    : t`Ne peut pas être choisi : ${labelOf("ThemeState", state).toLowerCase()}.`;
};

export function CloseCall({ campaign, close, onDone }: CallProps) {
  const command = useRefusals(CLOSE_CALL, (data) => data.closeCall, onDone);
  return (
    <CommandForm
      command={command}
      variables={() => ({ input: { campaignId: campaign.id, expectedVersion: campaign.version } })}
      submit={t`Clore l’appel maintenant`}
      scope="cloture"
      actions={<Cancel close={close} />}
    >
      <p>
        <Trans>
          Plus aucune candidature ne pourra être déposée, avant même le{" "}
          <Time at={campaign.call.closesAt} as="deadline" />. Les brouillons non déposés resteront sans suite. À ce jour
          : {plural(campaign.submittedCount, { one: "# candidature déposée", other: "# candidatures déposées" })}.
        </Trans>
      </p>
    </CommandForm>
  );
}
