import { t } from "@lingui/core/macro";
import { Link } from "react-router";
import { graphql } from "../../gen/gql.ts";
import type { OpenCorrectionFragment } from "../../gen/graphql.ts";
import { inFrench } from "../../language.ts";
import { CommandForm } from "../../ui/CommandForm.tsx";
import { useRefusals } from "../../ui/command.ts";
import { Empty } from "../../ui/Empty.tsx";
import { TextAreaField } from "../../ui/fields.tsx";
import { text } from "../../ui/formData.ts";
import { Time } from "../../ui/Time.tsx";

export const OPEN_CORRECTION = graphql(`
  fragment OpenCorrection on Correction {
    id
    text
    askedAt
    person {
      id
      displayName
    }
  }
`);

const ANSWER = graphql(`
  mutation AnswerCorrection($input: AnswerCorrectionInput!) {
    answerCorrection(input: $input) {
      correction {
        id
        answer
        answeredAt
      }
      errors {
        ...RefusalFields
      }
    }
  }
`);

interface CorrectionsProps {
  corrections: readonly OpenCorrectionFragment[];
  onDone: () => void;
}

/** What persons ask to be put right, each with its answer to write. */
export const Corrections = ({ corrections, onDone }: CorrectionsProps) =>
  corrections.length === 0 ? (
    <Empty>{t`Aucune demande n’attend de réponse.`}</Empty>
  ) : (
    corrections.map((correction) => <Open key={correction.id} correction={correction} onDone={onDone} />)
  );

function Open({ correction, onDone }: { correction: OpenCorrectionFragment; onDone: () => void }) {
  const { id, person, askedAt } = correction;
  const command = useRefusals(ANSWER, (data) => data.answerCorrection, onDone);
  return (
    <article aria-labelledby={`correction-${id}`}>
      <h3 id={`correction-${id}`}>
        <Link to={`/espace/personnes/${person.id}`}>{person.displayName}</Link>
      </h3>
      <p>
        <span lang={inFrench}>{correction.text}</span> – <Time at={askedAt} />
      </p>
      <CommandForm
        command={command}
        variables={(form) => ({ input: { correctionId: id, answer: text(form, "answer") } })}
        submit={t`Répondre`}
        scope={`correction-${id}`}
      >
        <TextAreaField name="answer" label={t`Ce qui a été fait, ou pourquoi non`} rows={2} />
      </CommandForm>
    </article>
  );
}
