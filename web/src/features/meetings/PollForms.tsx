import { Button } from "@codegouvfr/react-dsfr/Button";
import { t } from "@lingui/core/macro";
import { useState } from "react";
import { graphql } from "../../gen/gql.ts";
import type { DatePreference, MeetingDeskFragment } from "../../gen/graphql.ts";
import { CommandForm } from "../../ui/CommandForm.tsx";
import { useRefusals } from "../../ui/command.ts";
import { span, zoneName } from "../../ui/dates.ts";
import { RadioField, SelectField, TextField } from "../../ui/fields.tsx";
import { instantIn, localIn, text } from "../../ui/formData.ts";
import { options } from "../../ui/labels.ts";
import { Reveal } from "../../ui/Reveal.tsx";
import { useOnce } from "../../ui/send.ts";
import { ownHour, type Poll } from "./DatePoll.tsx";

const OPEN_DATE_POLL = graphql(`
  mutation OpenDatePoll($input: OpenDatePollInput!) {
    openDatePoll(input: $input) {
      meeting {
        ...MeetingDesk
      }
      errors {
        ...RefusalFields
      }
    }
  }
`);

const ANSWER_DATE_POLL = graphql(`
  mutation AnswerDatePoll($input: AnswerDatePollInput!) {
    answerDatePoll(input: $input) {
      meeting {
        ...MeetingDesk
      }
      errors {
        ...RefusalFields
      }
    }
  }
`);

const CLOSE_DATE_POLL = graphql(`
  mutation CloseDatePoll($input: CloseDatePollInput!) {
    closeDatePoll(input: $input) {
      meeting {
        ...MeetingDesk
      }
      errors {
        ...RefusalFields
      }
    }
  }
`);

export const OpenPoll = ({ meeting }: { meeting: MeetingDeskFragment }) => (
  <Reveal label={t`Sonder le groupe sur la date`}>{(close) => <OpenForm meeting={meeting} onDone={close} />}</Reveal>
);

function OpenForm({ meeting, onDone }: { meeting: MeetingDeskFragment; onDone: () => void }) {
  const once = useOnce();
  const [lines, setLines] = useState(3);
  const { timeZone } = meeting;
  const command = useRefusals(OPEN_DATE_POLL, (data) => data.openDatePoll, onDone);
  const instant = (local: string) => instantIn(local, timeZone) ?? local;
  const rows = Array.from({ length: lines }, (_, rank) => rank);
  return (
    <CommandForm
      command={command}
      scope="poll"
      submit={t`Ouvrir le sondage`}
      variables={(form) => ({
        input: once({
          meetingId: meeting.id,
          startsAt: rows
            .map((rank) => text(form, `startsAt.${rank}`))
            .filter(Boolean)
            .map(instant),
          deadlineAt: instant(text(form, "deadlineAt")),
        }),
      })}
    >
      <p className="fr-hint-text">{t`La réunion garde sa durée. Le groupe est prévenu, et répond sur cette page.`}</p>
      {rows.map((rank) => (
        <TextField
          key={rank}
          name={`startsAt.${rank}`}
          label={t`Date ${rank + 1} : début (${zoneName(timeZone)})`}
          type="datetime-local"
          optional={rank > 1}
          defaultValue={rank === 0 ? localIn(meeting.startsAt, timeZone) : undefined}
        />
      ))}
      {lines < MOST && (
        <Button type="button" size="small" priority="secondary" onClick={() => setLines(lines + 1)}>
          {t`Proposer une date de plus`}
        </Button>
      )}
      <TextField name="deadlineAt" label={t`On répond jusqu’au (${zoneName(timeZone)})`} type="datetime-local" />
    </CommandForm>
  );
}

const MOST = 12;

interface PollProps {
  poll: Poll;
  timeZone: string;
}

export function AnswerPoll({ poll, timeZone }: PollProps) {
  const command = useRefusals(ANSWER_DATE_POLL, (data) => data.answerDatePoll);
  return (
    <CommandForm
      command={command}
      scope="poll-answer"
      submit={t`Répondre au sondage`}
      done={t`Votre réponse est enregistrée. Vous pouvez la changer jusqu’à l’échéance.`}
      variables={(form) => ({
        input: {
          pollId: poll.id,
          answers: poll.options.flatMap(({ id }) => {
            const preference = text(form, `date-${id}`);
            return preference ? [{ optionId: id, preference: preference as DatePreference }] : [];
          }),
        },
      })}
    >
      {poll.options.map((option) => {
        const own = ownHour(poll, option, timeZone);
        const there = span(option.startsAt, option.endsAt, timeZone);
        return (
          <RadioField
            key={option.id}
            name={`date-${option.id}`}
            label={own ?? there}
            hint={own ? there : undefined}
            options={options("DatePreference")}
            defaultValue={option.viewerPreference ?? undefined}
          />
        );
      })}
    </CommandForm>
  );
}

export const ClosePoll = (props: PollProps) => (
  <Reveal label={t`Fermer le sondage`}>{(close) => <CloseForm {...props} onDone={close} />}</Reveal>
);

function CloseForm({ poll, timeZone, onDone }: PollProps & { onDone: () => void }) {
  const command = useRefusals(CLOSE_DATE_POLL, (data) => data.closeDatePoll, onDone);
  return (
    <CommandForm
      command={command}
      scope="poll-close"
      submit={t`Fermer le sondage`}
      variables={(form) => ({ input: { pollId: poll.id, optionId: text(form, "optionId") || null } })}
    >
      <SelectField
        name="optionId"
        label={t`Date retenue`}
        hint={t`La réunion y est déplacée, et les agendas suivent.`}
        placeholder={t`Aucune : la réunion reste où elle est`}
        optional
        options={poll.options.map(({ id, startsAt, endsAt }) => ({
          value: id,
          label: span(startsAt, endsAt, timeZone),
        }))}
        defaultValue={poll.options.find(({ best }) => best)?.id}
      />
    </CommandForm>
  );
}
