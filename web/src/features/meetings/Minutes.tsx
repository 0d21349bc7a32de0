import { useApolloClient } from "@apollo/client/react";
import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { graphql } from "../../gen/gql.ts";
import type { MeetingDeskFragment } from "../../gen/graphql.ts";
import { inFrench } from "../../language.ts";
import { CommandForm } from "../../ui/CommandForm.tsx";
import { RefusalsContext, useRefusals } from "../../ui/command.ts";
import { DraftState } from "../../ui/DraftState.tsx";
import { clockTime, longDate } from "../../ui/dates.ts";
import type { Stored } from "../../ui/draft.ts";
import { TextAreaField } from "../../ui/fields.tsx";
import { Prose } from "../../ui/Prose.tsx";
import { useSend } from "../../ui/send.ts";
import { useDraft } from "../../ui/useDraft.ts";
import type { MeetingRights } from "./rights.ts";

const WRITE_MINUTES = graphql(`
  mutation WriteMinutes($input: WriteMinutesInput!) {
    writeMinutes(input: $input) {
      meeting {
        ...MeetingDesk
      }
      errors {
        ...RefusalFields
      }
    }
  }
`);

const APPROVE_MINUTES = graphql(`
  mutation ApproveMinutes($input: ApproveMinutesInput!) {
    approveMinutes(input: $input) {
      meeting {
        ...MeetingDesk
      }
      errors {
        ...RefusalFields
      }
    }
  }
`);

const MEETING_AGAIN = graphql(`
  query MeetingAgain($id: ID!) {
    meeting(id: $id) {
      ...MeetingDesk
    }
  }
`);

interface MinutesProps {
  meeting: MeetingDeskFragment;
  rights: MeetingRights;
}

/** Written by who led, amended by who attended, then approved once for all (R87). */
export function Minutes({ meeting, rights }: MinutesProps) {
  const { minutes, state } = meeting;
  if (state === "HELD" && rights.write) {
    return (
      <>
        {minutes && <LastWriters writers={minutes.writers} />}
        <MinutesEditor meeting={meeting} />
        {minutes && rights.approve && <Approve meeting={meeting} />}
      </>
    );
  }
  if (!minutes) return <p>{t`Le compte rendu n’est pas encore rédigé, ou il est réservé au groupe.`}</p>;
  return (
    <>
      <MinutesRead minutes={minutes} />
      {state === "HELD" && rights.approve && <Approve meeting={meeting} />}
    </>
  );
}

type Written = NonNullable<MeetingDeskFragment["minutes"]>;

/** Who wrote last, whatever they wrote: several do. */
function LastWriters({ writers }: Pick<Written, "writers">) {
  if (writers.length === 0) return null;
  const said = writers.slice(0, MOST_WRITERS).map(({ person, at }) => {
    const name = person?.displayName ?? t`Personne non nommée`;
    return t`${name} (${clockTime(at)})`;
  });
  return (
    <p className="fr-hint-text">
      <Trans>Dernières modifications : {said.join(", ")}.</Trans>
    </p>
  );
}

const MOST_WRITERS = 4;

const MinutesRead = ({ minutes }: { minutes: NonNullable<MeetingDeskFragment["minutes"]> }) => (
  <>
    <p className="fr-hint-text">
      {minutes.writtenBy && t`Rédigé par ${minutes.writtenBy.displayName}.`} {approval(minutes)}
    </p>
    <LastWriters writers={minutes.writers} />
    <Prose text={minutes.text} />
    {minutes.modalities && (
      <>
        <h3 className="fr-h6">{t`Modalités de travail`}</h3>
        <Prose text={minutes.modalities} />
      </>
    )}
    {minutes.decisions.length > 0 && (
      <>
        <h3 className="fr-h6">{t`Décisions`}</h3>
        <ul>
          {minutes.decisions.map((decision) => (
            <li key={decision} lang={inFrench}>
              {decision}
            </li>
          ))}
        </ul>
      </>
    )}
  </>
);

function approval({ approvedAt, approvedBy }: NonNullable<MeetingDeskFragment["minutes"]>): string {
  if (!approvedAt) return t`En attente d’approbation.`;
  return approvedBy
    ? t`Approuvé le ${longDate(approvedAt)} par ${approvedBy.displayName} : il ne change plus.`
    : t`Approuvé le ${longDate(approvedAt)} : il ne change plus.`;
}

interface MinutesText {
  text: string;
  modalities: string;
  /** One a line. */
  decisions: string;
}

const storedOf = ({ minutes, version, agenda }: MeetingDeskFragment): Stored<MinutesText> => ({
  version,
  fields: {
    // The agenda is the frame on which one writes.
    text: minutes?.text ?? agenda.map(({ title }) => `${title}\n\n`).join("\n"),
    modalities: minutes?.modalities ?? "",
    decisions: minutes?.decisions.join("\n") ?? "",
  },
});

const names: Record<keyof MinutesText, string> = {
  text: t`Compte rendu`,
  modalities: t`Modalités de travail`,
  decisions: t`Décisions`,
};

const linesOf = (text: string): string[] =>
  text
    .split("\n")
    .map((line) => line.trim())
    .filter(Boolean);

function MinutesEditor({ meeting }: { meeting: MeetingDeskFragment }) {
  const client = useApolloClient();
  const send = useSend(WRITE_MINUTES, (data) => data.writeMinutes);
  const draft = useDraft<MinutesText>({
    key: `minutes:${meeting.id}`,
    stored: storedOf(meeting),
    send: (_patch, expectedVersion, { text, modalities, decisions }) =>
      send({
        input: {
          meetingId: meeting.id,
          text,
          modalities: modalities.trim() || null,
          decisions: linesOf(decisions),
          expectedVersion,
        },
      }),
    reread: async () => {
      const variables = { id: meeting.id };
      const { data } = await client.query({ query: MEETING_AGAIN, variables, fetchPolicy: "network-only" });
      return data?.meeting ? storedOf(data.meeting) : null;
    },
  });
  const { fields, change } = draft;
  return (
    <RefusalsContext.Provider value={draft.refusals}>
      <div className="save-bar">
        <DraftState draft={draft} show={(name, text) => ({ label: names[name], text: String(text) })} />
      </div>
      <div className="writing-fields">
        <TextAreaField
          name="text"
          label={t`Compte rendu`}
          hint={t`Réservé au groupe et aux personnes convoquées.`}
          rows={14}
          value={fields.text}
          onChange={(text) => change({ text })}
        />
        {meeting.level === "NATIONAL" && (
          <TextAreaField
            name="modalities"
            label={t`Modalités de travail`}
            hint={t`À la première réunion nationale de l’année : comment le groupe travaille.`}
            rows={5}
            optional
            value={fields.modalities}
            onChange={(modalities) => change({ modalities })}
          />
        )}
        <TextAreaField
          name="decisions"
          label={t`Décisions`}
          hint={t`Une par ligne.`}
          rows={4}
          optional
          value={fields.decisions}
          onChange={(decisions) => change({ decisions })}
        />
      </div>
    </RefusalsContext.Provider>
  );
}

function Approve({ meeting }: { meeting: MeetingDeskFragment }) {
  const command = useRefusals(APPROVE_MINUTES, (data) => data.approveMinutes);
  return (
    <CommandForm
      command={command}
      submit={t`Approuver le compte rendu`}
      variables={() => ({ input: { meetingId: meeting.id, expectedVersion: meeting.version } })}
    >
      <p className="fr-hint-text">{t`Une fois approuvé, il ne change plus.`}</p>
    </CommandForm>
  );
}
