import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { graphql } from "../../gen/gql.ts";
import type { MeetingDeskFragment } from "../../gen/graphql.ts";
import { CommandForm } from "../../ui/CommandForm.tsx";
import { useRefusals } from "../../ui/command.ts";
import { span } from "../../ui/dates.ts";
import { TextAreaField } from "../../ui/fields.tsx";
import { text } from "../../ui/formData.ts";
import { labelOf } from "../../ui/labels.ts";
import { Prose } from "../../ui/Prose.tsx";
import { Reveal } from "../../ui/Reveal.tsx";
import { Section } from "../../ui/Section.tsx";
import { StateBadge } from "../../ui/StateBadge.tsx";
import { useOnce } from "../../ui/send.ts";
import { TableFrame } from "../../ui/TableFrame.tsx";
import { Time } from "../../ui/Time.tsx";
import type { MeetingRights } from "./rights.ts";

const INFORM_SUPERIORS = graphql(`
  mutation InformSuperiors($input: InformSuperiorsInput!) {
    informSuperiors(input: $input) {
      meeting {
        ...MeetingDesk
      }
      errors {
        ...RefusalFields
      }
    }
  }
`);

interface SuperiorsProps {
  meeting: MeetingDeskFragment;
  rights: MeetingRights;
}

/** What those who answer for the référents were told of a national meeting, with the proof of sending. */
export function Superiors({ meeting, rights }: SuperiorsProps) {
  const { level, convenedAt, superiorsNotices } = meeting;
  if (level !== "NATIONAL" || !convenedAt || !superiorsNotices) return null;
  if (superiorsNotices.length === 0 && !rights.lead) return null;
  return (
    <Section title={t`Information des responsables`}>
      {superiorsNotices.length === 0 && (
        <p>{t`L’inspection pilote de chaque équipe, sinon le ou la DAN de l’académie, reste à informer.`}</p>
      )}
      {superiorsNotices.map((notice) => (
        <Told key={notice.id} notice={notice} />
      ))}
      {rights.lead && (
        <Reveal
          label={superiorsNotices.length === 0 ? t`Informer les responsables` : t`Informer de nouveau`}
          priority={superiorsNotices.length === 0 ? "primary" : "secondary"}
        >
          {(close) => <InformForm meeting={meeting} onDone={close} />}
        </Reveal>
      )}
    </Section>
  );
}

type Notice = NonNullable<MeetingDeskFragment["superiorsNotices"]>[number];

const Told = ({ notice: { sentAt, sentBy, text: written, recipients } }: { notice: Notice }) => (
  <>
    <h3 className="fr-h6">
      {sentBy ? (
        <Trans>
          Envoyée le <Time at={sentAt} as="instant" /> par {sentBy.displayName}
        </Trans>
      ) : (
        <Trans>
          Envoyée le <Time at={sentAt} as="instant" />
        </Trans>
      )}
    </h3>
    <Prose text={written} />
    <TableFrame caption={t`Preuve d’envoi`}>
      <thead>
        <tr>
          <th scope="col">{t`Académie`}</th>
          <th scope="col">{t`Responsable`}</th>
          <th scope="col">{t`Envoi`}</th>
        </tr>
      </thead>
      <tbody>
        {recipients.map(({ academy, role, person, state }) => (
          <tr key={`${academy?.code}-${person?.id ?? role}`}>
            <th scope="row">{academy?.name ?? "–"}</th>
            <td>
              {person?.displayName ?? labelOf("SuperiorRole", role)}
              {person && <span className="fr-hint-text">{labelOf("SuperiorRole", role)}</span>}
            </td>
            <td>
              <StateBadge of="NoticeState" value={state} />
            </td>
          </tr>
        ))}
      </tbody>
    </TableFrame>
  </>
);

function InformForm({ meeting, onDone }: { meeting: MeetingDeskFragment; onDone: () => void }) {
  const once = useOnce();
  const command = useRefusals(INFORM_SUPERIORS, (data) => data.informSuperiors, onDone);
  return (
    <CommandForm
      command={command}
      scope="superiors"
      submit={t`Envoyer l’information`}
      variables={(form) => ({ input: once({ meetingId: meeting.id, text: text(form, "text") }) })}
    >
      <TextAreaField
        name="text"
        label={t`Ce qui leur est écrit`}
        hint={t`Reçu par l’inspection pilote de chaque équipe, sinon par le ou la DAN de l’académie.`}
        rows={7}
        defaultValue={usualWords(meeting)}
      />
    </CommandForm>
  );
}

/** A proposal, which the person changes at will. */
const usualWords = ({ title, theme, startsAt, endsAt, timeZone, state, mode, place }: MeetingDeskFragment) => {
  const when = span(startsAt, endsAt, timeZone);
  const where = mode === "REMOTE" ? t`à distance` : (place ?? t`lieu à préciser`);
  const name = theme?.title ?? "";
  return state === "CANCELLED"
    ? t`La réunion « ${title} » du thème TraAM « ${name} », prévue le ${when}, est annulée.`
    : t`Le ou la professeur·e référent·e de votre académie pour le thème TraAM « ${name} » est convoqué·e à la réunion « ${title} » : ${when}, ${where}. Merci de faciliter sa participation.`;
};
