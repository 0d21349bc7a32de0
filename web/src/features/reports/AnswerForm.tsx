import { t } from "@lingui/core/macro";
import { CommandForm } from "../../ui/CommandForm.tsx";
import { useRefusals } from "../../ui/command.ts";
import { TextAreaField } from "../../ui/fields.tsx";
import { text } from "../../ui/formData.ts";
import { Reveal } from "../../ui/Reveal.tsx";
import { useRefresh } from "../../ui/useRefresh.ts";
import { ANSWER_PROBLEM } from "./reports.ts";

interface AnswerFormProps {
  report: { id: string; version: number; contact?: string | null; reporter?: object | null };
}

/** What was done: told to a known reporter; to a visitor, by hand at the address that was left. */
export function AnswerForm({ report: { id, version, contact, reporter } }: AnswerFormProps) {
  const refresh = useRefresh();
  const command = useRefusals(ANSWER_PROBLEM, ({ answerProblem }) => answerProblem, refresh);
  return (
    <Reveal label={t`Répondre`}>
      {() => (
        <CommandForm
          command={command}
          scope={id}
          submit={t`Enregistrer la réponse`}
          variables={(form) => ({ input: { reportId: id, answer: text(form, "answer"), expectedVersion: version } })}
        >
          <TextAreaField
            name="answer"
            label={t`Ce qui a été fait ou répondu`}
            rows={4}
            hint={hintFor(contact, reporter)}
          />
        </CommandForm>
      )}
    </Reveal>
  );
}

function hintFor(contact: string | null | undefined, reporter: object | null | undefined): string {
  if (reporter) return t`La personne en sera avertie dans le portail, et par courriel selon ses préférences.`;
  return contact
    ? t`Écrivez d’abord à ${contact} : cette adresse est effacée dès que la réponse est enregistrée.`
    : t`Personne ne recevra ce texte : aucune adresse n’a été laissée. Il reste dans cette liste.`;
}
