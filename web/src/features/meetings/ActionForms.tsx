import { t } from "@lingui/core/macro";
import { graphql } from "../../gen/gql.ts";
import type { ActionLineFragment, MeetingDeskFragment } from "../../gen/graphql.ts";
import { CommandForm } from "../../ui/CommandForm.tsx";
import { useRefusals } from "../../ui/command.ts";
import { SelectField, TextAreaField, TextField } from "../../ui/fields.tsx";
import { text } from "../../ui/formData.ts";
import { Reveal } from "../../ui/Reveal.tsx";
import { useOnce } from "../../ui/send.ts";

const RECORD_ACTION = graphql(`
  mutation RecordAction($input: RecordActionInput!) {
    recordAction(input: $input) {
      action {
        id
        meeting {
          ...MeetingDesk
        }
      }
      errors {
        ...RefusalFields
      }
    }
  }
`);

const ENTRUST_ACTION = graphql(`
  mutation EntrustAction($input: EntrustActionInput!) {
    entrustAction(input: $input) {
      action {
        ...ActionLine
      }
      errors {
        ...RefusalFields
      }
    }
  }
`);

const COMPLETE_ACTION = graphql(`
  mutation CompleteAction($input: CompleteActionInput!) {
    completeAction(input: $input) {
      action {
        ...ActionLine
      }
      errors {
        ...RefusalFields
      }
    }
  }
`);

const REOPEN_ACTION = graphql(`
  mutation ReopenAction($input: ReopenActionInput!) {
    reopenAction(input: $input) {
      action {
        ...ActionLine
      }
      errors {
        ...RefusalFields
      }
    }
  }
`);

const DROP_ACTION = graphql(`
  mutation DropAction($input: DropActionInput!) {
    dropAction(input: $input) {
      action {
        ...ActionLine
      }
      errors {
        ...RefusalFields
      }
    }
  }
`);

type ActionProps = { action: ActionLineFragment };
type MeetingProps = { meeting: MeetingDeskFragment };

/** Whoever was convened may be asked. */
const ownersOf = ({ attendance }: MeetingDeskFragment) =>
  (attendance ?? []).flatMap(({ person }) => (person ? [{ value: person.id, label: person.displayName }] : []));

export const RecordAction = ({ meeting }: MeetingProps) => (
  <Reveal label={t`Noter une action`}>{(close) => <RecordForm meeting={meeting} onDone={close} />}</Reveal>
);

function RecordForm({ meeting, onDone }: MeetingProps & { onDone: () => void }) {
  const once = useOnce();
  const command = useRefusals(RECORD_ACTION, (data) => data.recordAction, onDone);
  return (
    <CommandForm
      command={command}
      scope="action"
      submit={t`Noter l’action`}
      variables={(form) => ({
        input: once({
          meetingId: meeting.id,
          text: text(form, "text"),
          ownerId: text(form, "ownerId"),
          dueOn: text(form, "dueOn"),
        }),
      })}
    >
      <TextAreaField name="text" label={t`Ce qui est à faire`} rows={2} />
      <SelectField
        name="ownerId"
        label={t`Qui s’en charge`}
        hint={t`La personne en est prévenue, puis rappelée avant l’échéance.`}
        options={ownersOf(meeting)}
      />
      <TextField name="dueOn" label={t`Pour le`} type="date" />
    </CommandForm>
  );
}

export const EntrustAction = ({ action, meeting }: ActionProps & MeetingProps) => (
  <Reveal label={t`Confier ou reporter`} priority="tertiary">
    {(close) => <EntrustForm action={action} meeting={meeting} onDone={close} />}
  </Reveal>
);

function EntrustForm({ action, meeting, onDone }: ActionProps & MeetingProps & { onDone: () => void }) {
  const command = useRefusals(ENTRUST_ACTION, (data) => data.entrustAction, onDone);
  const { owner } = action;
  const known = ownersOf(meeting);
  const missing = owner && !known.some(({ value }) => value === owner.id);
  return (
    <CommandForm
      command={command}
      scope={`entrust-${action.id}`}
      submit={t`Enregistrer`}
      variables={(form) => ({
        input: {
          actionId: action.id,
          ownerId: text(form, "ownerId"),
          dueOn: text(form, "dueOn"),
          expectedVersion: action.version,
        },
      })}
    >
      <SelectField
        name="ownerId"
        label={t`Qui s’en charge`}
        options={missing ? [{ value: owner.id, label: owner.displayName }, ...known] : known}
        defaultValue={owner?.id}
      />
      <TextField name="dueOn" label={t`Pour le`} type="date" defaultValue={action.dueOn} />
    </CommandForm>
  );
}

export function CompleteAction({ action }: ActionProps) {
  const command = useRefusals(COMPLETE_ACTION, (data) => data.completeAction);
  return (
    <CommandForm
      command={command}
      scope={`complete-${action.id}`}
      submit={t`C’est fait`}
      variables={() => ({ input: { actionId: action.id, expectedVersion: action.version } })}
    />
  );
}

export function ReopenAction({ action }: ActionProps) {
  const command = useRefusals(REOPEN_ACTION, (data) => data.reopenAction);
  return (
    <CommandForm
      command={command}
      scope={`reopen-${action.id}`}
      submit={t`Rouvrir`}
      variables={() => ({ input: { actionId: action.id, expectedVersion: action.version } })}
    />
  );
}

export const DropAction = ({ action }: ActionProps) => (
  <Reveal label={t`Abandonner`} priority="tertiary">
    {(close) => <DropForm action={action} onDone={close} />}
  </Reveal>
);

function DropForm({ action, onDone }: ActionProps & { onDone: () => void }) {
  const command = useRefusals(DROP_ACTION, (data) => data.dropAction, onDone);
  return (
    <CommandForm
      command={command}
      scope={`drop-${action.id}`}
      submit={t`Abandonner l’action`}
      variables={(form) => ({
        input: { actionId: action.id, reason: text(form, "reason"), expectedVersion: action.version },
      })}
    >
      <TextAreaField name="reason" label={t`Raison de l’abandon`} rows={2} />
    </CommandForm>
  );
}
