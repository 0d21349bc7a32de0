import { t } from "@lingui/core/macro";
import { useState } from "react";
import { graphql } from "../../gen/gql.ts";
import type { ChannelChoiceFragment, ChannelKind } from "../../gen/graphql.ts";
import { CommandForm } from "../../ui/CommandForm.tsx";
import { useRefusals } from "../../ui/command.ts";
import { RadioField, SelectField, TextField } from "../../ui/fields.tsx";
import { optionalText, text } from "../../ui/formData.ts";
import { options } from "../../ui/labels.ts";

const SAVE_CHANNEL = graphql(`
  mutation SaveChannel($input: SaveChannelInput!) {
    saveChannel(input: $input) {
      channel {
        ...ChannelChoice
      }
      errors {
        ...RefusalFields
      }
    }
  }
`);

interface ChannelFormProps {
  channel?: ChannelChoiceFragment;
  disciplines: readonly { code: string; label: string }[];
  onDone: () => void;
}

/** An account or a site that relays (R73, R74). */
export function ChannelForm({ channel, disciplines, onDone }: ChannelFormProps) {
  const command = useRefusals(SAVE_CHANNEL, (data) => data.saveChannel, onDone);
  const [kind, setKind] = useState<string>(channel?.kind ?? "DISCIPLINARY");
  return (
    <CommandForm
      command={command}
      scope={channel?.id ?? "channel"}
      submit={t`Enregistrer`}
      variables={(form) => ({
        input: {
          channelId: channel?.id,
          network: text(form, "network"),
          handle: text(form, "handle"),
          kind: kind as ChannelKind,
          disciplineCode: optionalText(form, "disciplineCode"),
          label: optionalText(form, "label"),
        },
      })}
    >
      <TextField name="network" label={t`Réseau`} hint={t`Twitter, Mastodon, site…`} defaultValue={channel?.network} />
      <TextField name="handle" label={t`Compte ou adresse`} defaultValue={channel?.handle} />
      <RadioField
        name="kind"
        label={t`Nature`}
        options={options("ChannelKind")}
        defaultValue={kind}
        onChange={setKind}
      />
      <SelectField
        name="disciplineCode"
        label={t`Discipline`}
        optional={kind !== "DISCIPLINARY"}
        options={disciplines.map(({ code, label }) => ({ value: code, label }))}
        defaultValue={channel?.discipline?.code}
      />
      <TextField
        name="label"
        label={t`Libellé`}
        hint={t`« EMI », « histoire des arts »…`}
        optional={kind === "DISCIPLINARY" || kind === "ACADEMIC_SITE"}
        defaultValue={channel?.label ?? ""}
      />
    </CommandForm>
  );
}
