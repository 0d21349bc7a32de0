import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { useState } from "react";
import { graphql } from "../../gen/gql.ts";
import type { AttendanceAnswer, MeetingDeskFragment } from "../../gen/graphql.ts";
import { CommandForm } from "../../ui/CommandForm.tsx";
import { useRefusals } from "../../ui/command.ts";
import { RadioField } from "../../ui/fields.tsx";
import { text } from "../../ui/formData.ts";
import { labelOf } from "../../ui/labels.ts";
import { PersonPicker, type PersonRef } from "../people/PersonPicker.tsx";

const ANSWER_CONVOCATION = graphql(`
  mutation AnswerConvocation($input: AnswerConvocationInput!) {
    answerConvocation(input: $input) {
      meeting {
        ...MeetingDesk
      }
      errors {
        ...RefusalFields
      }
    }
  }
`);

interface AnswerProps {
  meeting: MeetingDeskFragment;
  mine: { answer: AttendanceAnswer; replacedBy?: PersonRef | null };
}

/** The convened person's answer; it may change until the meeting is held. */
export function Answer({ meeting, mine }: AnswerProps) {
  const command = useRefusals(ANSWER_CONVOCATION, (data) => data.answerConvocation);
  const [answer, setAnswer] = useState<string>(mine.answer);
  const [replacement, setReplacement] = useState<PersonRef | null>(mine.replacedBy ?? null);
  return (
    <CommandForm
      command={command}
      scope="answer"
      submit={t`Répondre`}
      done={t`Votre réponse est enregistrée. Vous pouvez encore la changer.`}
      variables={(form) => ({
        input: {
          meetingId: meeting.id,
          answer: (text(form, "answer") || "PENDING") as AttendanceAnswer,
          replacedById: answer === "REPLACED" ? (replacement?.id ?? null) : null,
        },
      })}
    >
      <RadioField
        name="answer"
        label={t`Viendrez-vous ?`}
        options={answersFor(meeting.mode).map((value) => ({ value, label: spoken[value] }))}
        defaultValue={mine.answer}
        onChange={setAnswer}
      />
      {answer === "REPLACED" && (
        <PersonPicker
          name="replacedById"
          label={t`Qui vous remplace ?`}
          value={replacement}
          onChange={setReplacement}
        />
      )}
      {mine.answer !== "PENDING" && (
        <p className="fr-hint-text">
          <Trans>Réponse actuelle : {labelOf("AttendanceAnswer", mine.answer).toLowerCase()}.</Trans>
        </p>
      )}
    </CommandForm>
  );
}

const spoken = {
  WILL_ATTEND: t`Je viendrai`,
  WILL_ATTEND_REMOTELY: t`Je serai là à distance`,
  EXCUSED: t`Je prie de m’excuser`,
  REPLACED: t`Je serai remplacé·e`,
} as const;

/** Nobody comes on the spot to a remote meeting. */
const answersFor = (mode: MeetingDeskFragment["mode"]): (keyof typeof spoken)[] =>
  mode === "REMOTE"
    ? ["WILL_ATTEND_REMOTELY", "EXCUSED", "REPLACED"]
    : ["WILL_ATTEND", "WILL_ATTEND_REMOTELY", "EXCUSED", "REPLACED"];
