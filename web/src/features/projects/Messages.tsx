import { t } from "@lingui/core/macro";
import { Fragment } from "react";
import type { ApplicationDossierFragment, MessageAudience } from "../../gen/graphql.ts";
import { inFrench } from "../../language.ts";
import { CommandForm } from "../../ui/CommandForm.tsx";
import { useRefusals } from "../../ui/command.ts";
import { SelectField, TextAreaField } from "../../ui/fields.tsx";
import { text } from "../../ui/formData.ts";
import { labelOf } from "../../ui/labels.ts";
import { Prose } from "../../ui/Prose.tsx";
import { Section } from "../../ui/Section.tsx";
import { Time } from "../../ui/Time.tsx";
import { POST_MESSAGE } from "./dossier.ts";

/** The thread between the academy and the office, and the notes of the person's own side. */
export function Messages({ application, onDone }: { application: ApplicationDossierFragment; onDone: () => void }) {
  const { messages, audiences, id } = application;
  const command = useRefusals(POST_MESSAGE, (data) => data.postMessage, onDone);
  if (audiences.length === 0) return null;
  const variables = (form: FormData) => ({
    input: { applicationId: id, audience: text(form, "audience") as MessageAudience, text: text(form, "text") },
  });
  return (
    <Section title={t`Échanges`}>
      {messages.length > 0 && (
        <ul className="plain">
          {messages.map(({ id: key, text: said, audience, at, author }) => (
            <li key={key} className="fr-mb-2w">
              <p className="fr-mb-0">
                <strong>{author?.displayName ?? "–"}</strong>, <Time at={at} as="instant" />
                {audience !== "EVERYONE" && ` · ${labelOf("MessageAudience", audience)}`}
              </p>
              <div lang={inFrench}>
                <Prose text={said} />
              </div>
            </li>
          ))}
        </ul>
      )}
      <CommandForm command={command} variables={variables} submit={t`Envoyer`} scope="message">
        <Fragment key={messages.length}>
          <SelectField
            name="audience"
            label={t`Qui le lit`}
            options={audiences.map((value) => ({ value, label: labelOf("MessageAudience", value) }))}
            defaultValue="EVERYONE"
          />
          <TextAreaField name="text" label={t`Message`} rows={3} />
        </Fragment>
      </CommandForm>
    </Section>
  );
}
