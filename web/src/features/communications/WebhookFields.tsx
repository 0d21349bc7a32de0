import { t } from "@lingui/core/macro";
import type { PublicationKind, WebhookChoicesFragment, WebhookDeskFragment, WebhookEvent } from "../../gen/graphql.ts";
import { CheckboxesField, TextField } from "../../ui/fields.tsx";
import { text, texts } from "../../ui/formData.ts";
import { options } from "../../ui/labels.ts";

interface WebhookFieldsProps {
  choices: WebhookChoicesFragment;
  webhook?: WebhookDeskFragment;
}

const codesOf = (all: readonly { code: string }[] | undefined) => (all ?? []).map(({ code }) => code);

/** What a program is and what it wants to hear. */
export const WebhookFields = ({ choices, webhook }: WebhookFieldsProps) => (
  <>
    <TextField name="description" label={t`Nom du programme`} defaultValue={webhook?.description} />
    <TextField
      name="url"
      label={t`Adresse`}
      type="url"
      hint={t`En https ; une adresse privée est refusée.`}
      defaultValue={webhook?.url}
    />
    <CheckboxesField
      name="events"
      label={t`Ce qui lui est annoncé`}
      hint={t`Sans choix, tout.`}
      options={options("WebhookEvent")}
      defaultValues={webhook?.events}
    />
    <CheckboxesField
      name="kinds"
      label={t`Natures de publications`}
      hint={t`Sans choix, toutes.`}
      options={options("PublicationKind")}
      defaultValues={webhook?.kinds}
    />
    <details>
      <summary>{t`Disciplines et académies`}</summary>
      <CheckboxesField
        name="disciplineCodes"
        label={t`Disciplines`}
        hint={t`Sans choix, toutes.`}
        options={(choices.disciplines ?? []).map(({ code, label }) => ({ value: code, label }))}
        defaultValues={codesOf(webhook?.disciplines)}
      />
      <CheckboxesField
        name="academyCodes"
        label={t`Académies`}
        hint={t`Sans choix, toutes.`}
        options={(choices.academies ?? []).map(({ code, name }) => ({ value: code, label: name }))}
        defaultValues={codesOf(webhook?.academies)}
      />
    </details>
  </>
);

/** The input that the fields describe; themes are chosen through the graph, and kept as they are. */
export const webhookOf = (form: FormData, webhook?: WebhookDeskFragment) => ({
  description: text(form, "description"),
  url: text(form, "url"),
  events: texts(form, "events") as WebhookEvent[],
  kinds: texts(form, "kinds") as PublicationKind[],
  disciplineCodes: texts(form, "disciplineCodes"),
  academyCodes: texts(form, "academyCodes"),
  themeIds: (webhook?.themes ?? []).map(({ id }) => id),
});
