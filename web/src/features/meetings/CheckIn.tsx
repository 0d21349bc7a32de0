import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { graphql } from "../../gen/gql.ts";
import type { MeetingDeskFragment } from "../../gen/graphql.ts";
import { CommandForm } from "../../ui/CommandForm.tsx";
import { useRefusals } from "../../ui/command.ts";
import { deadline } from "../../ui/dates.ts";
import { CheckboxField, TextField } from "../../ui/fields.tsx";
import { checked, text } from "../../ui/formData.ts";
import { useSite } from "../../ui/site.ts";
import type { MeetingRights } from "./rights.ts";

const OPEN_CHECK_IN = graphql(`
  mutation OpenCheckIn($input: OpenCheckInInput!) {
    openCheckIn(input: $input) {
      meeting {
        ...MeetingDesk
      }
      errors {
        ...RefusalFields
      }
    }
  }
`);

const CHECK_IN = graphql(`
  mutation CheckIn($input: CheckInInput!) {
    checkIn(input: $input) {
      meeting {
        ...MeetingDesk
      }
      errors {
        ...RefusalFields
      }
    }
  }
`);

interface CheckInProps {
  meeting: MeetingDeskFragment;
  rights: MeetingRights;
}

/** In the meeting's window: the organiser shows a code, the persons convened type it. */
export function CheckIn({ meeting, rights }: CheckInProps) {
  const { now } = useSite().clock;
  const { checkIn, state, timeZone } = meeting;
  if (!checkIn || state !== "CONVENED" || now > checkIn.closesAt) return null;
  if (now < checkIn.opensAt) {
    return (
      <p className="fr-hint-text">
        <Trans>L’émargement s’ouvrira le {deadline(checkIn.opensAt, timeZone)}.</Trans>
      </p>
    );
  }
  const mine = rights.mine && !rights.mine.checkedInAt;
  return (
    <>
      {rights.lead && <Code meeting={meeting} code={checkIn.code} />}
      {mine && checkIn.open && <TypeCode meeting={meeting} />}
      {rights.mine?.checkedInAt && <p>{t`Vous avez émargé.`}</p>}
      {mine && !checkIn.open && !rights.lead && (
        <p>{t`L’émargement n’est pas encore ouvert par qui conduit la réunion.`}</p>
      )}
    </>
  );
}

function Code({ meeting, code }: { meeting: MeetingDeskFragment; code?: string | null }) {
  const command = useRefusals(OPEN_CHECK_IN, (data) => data.openCheckIn);
  return (
    <CommandForm
      command={command}
      scope="check-in-code"
      submit={code ? t`Changer de code` : t`Ouvrir l’émargement`}
      done={t`Le code est à afficher.`}
      variables={() => ({ input: { meetingId: meeting.id } })}
    >
      {code ? (
        <>
          <p className="check-in-code">{code}</p>
          <p className="fr-hint-text">{t`À afficher ou à dire : chaque personne convoquée le tape sur cette page.`}</p>
        </>
      ) : (
        <p>{t`Vous recevrez un code à afficher : chaque personne convoquée le tape sur cette page pour émarger.`}</p>
      )}
    </CommandForm>
  );
}

function TypeCode({ meeting }: { meeting: MeetingDeskFragment }) {
  const command = useRefusals(CHECK_IN, (data) => data.checkIn);
  return (
    <CommandForm
      command={command}
      scope="check-in"
      submit={t`Émarger`}
      done={t`Votre présence est notée.`}
      variables={(form) => ({
        input: { meetingId: meeting.id, code: text(form, "code"), remotely: checked(form, "remotely") },
      })}
    >
      <TextField
        name="code"
        label={t`Code affiché`}
        hint={t`Six lettres et chiffres, donnés par la personne qui conduit la réunion.`}
        autoComplete="off"
      />
      {meeting.mode === "IN_PERSON" && <CheckboxField name="remotely" label={t`Je participe à distance`} />}
    </CommandForm>
  );
}
