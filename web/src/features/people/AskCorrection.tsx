import { t } from "@lingui/core/macro";
import { graphql } from "../../gen/gql.ts";
import type { AskedCorrectionFragment } from "../../gen/graphql.ts";
import { inFrench } from "../../language.ts";
import { CommandForm } from "../../ui/CommandForm.tsx";
import { useRefusals } from "../../ui/command.ts";
import { TextAreaField } from "../../ui/fields.tsx";
import { text } from "../../ui/formData.ts";
import { Time } from "../../ui/Time.tsx";

export const ASKED_CORRECTION = graphql(`
  fragment AskedCorrection on Correction {
    id
    text
    askedAt
    answer
    answeredAt
  }
`);

const REQUEST = graphql(`
  mutation RequestCorrection($input: RequestCorrectionInput!) {
    requestCorrection(input: $input) {
      correction {
        ...AskedCorrection
      }
      errors {
        ...RefusalFields
      }
    }
  }
`);

interface AskCorrectionProps {
  corrections: readonly AskedCorrectionFragment[];
  onDone: () => void;
}

/** What the person cannot put right alone is asked of the academy, and its answer read here. */
export function AskCorrection({ corrections, onDone }: AskCorrectionProps) {
  const command = useRefusals(REQUEST, (data) => data.requestCorrection, onDone);
  return (
    <>
      {corrections.length > 0 && (
        <ul>
          {corrections.map(({ id, text: asked, askedAt, answer }) => (
            <li key={id}>
              <span lang={inFrench}>{asked}</span> – <Time at={askedAt} />.{" "}
              {answer ? <strong lang={inFrench}>{answer}</strong> : t`En attente d’une réponse.`}
            </li>
          ))}
        </ul>
      )}
      <CommandForm
        command={command}
        variables={(form) => ({ input: { text: text(form, "text") } })}
        submit={t`Demander la rectification`}
        scope="rectifier"
        done={t`La demande est envoyée.`}
      >
        <TextAreaField
          name="text"
          label={t`Ce qui est inexact`}
          hint={t`Par exemple : mon mandat a commencé en octobre, et non en septembre.`}
          rows={3}
        />
      </CommandForm>
    </>
  );
}
