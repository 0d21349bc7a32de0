import { plural, t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import type { MeetingDeskFragment } from "../../gen/graphql.ts";
import { deadline, span } from "../../ui/dates.ts";
import { labelOf } from "../../ui/labels.ts";
import { Section } from "../../ui/Section.tsx";
import { TableFrame } from "../../ui/TableFrame.tsx";
import { AnswerPoll, ClosePoll, OpenPoll } from "./PollForms.tsx";
import type { MeetingRights } from "./rights.ts";

interface PollProps {
  meeting: MeetingDeskFragment;
  rights: MeetingRights;
}

export type Poll = NonNullable<MeetingDeskFragment["datePoll"]>;

/** Which date suits the group, of a meeting that is planned or has to move. */
export function DatePoll({ meeting, rights }: PollProps) {
  const { datePoll: poll, state } = meeting;
  const ahead = state === "PLANNED" || state === "CONVENED";
  const running = poll != null && poll.closedAt == null;
  if (!ahead || (!running && !rights.plan)) return null;
  return (
    <Section title={t`Date à choisir`}>
      {running && <Running meeting={meeting} poll={poll} rights={rights} />}
      {!running && poll && <Chosen poll={poll} timeZone={meeting.timeZone} />}
      {!running && <OpenPoll meeting={meeting} />}
    </Section>
  );
}

function Running({ meeting, poll, rights }: PollProps & { poll: Poll }) {
  const { timeZone } = meeting;
  return (
    <>
      <p>
        {poll.open ? (
          <Trans>On répond jusqu’au {deadline(poll.deadlineAt, timeZone)}.</Trans>
        ) : (
          <Trans>On répondait jusqu’au {deadline(poll.deadlineAt, timeZone)} : la date reste à retenir.</Trans>
        )}
      </p>
      {poll.open && poll.viewerAsked && <AnswerPoll poll={poll} timeZone={timeZone} />}
      <Result poll={poll} timeZone={timeZone} />
      {rights.plan && <ClosePoll poll={poll} timeZone={timeZone} />}
    </>
  );
}

const Chosen = ({ poll, timeZone }: { poll: Poll; timeZone: string }) => {
  const chosen = poll.options.find((option) => option.chosen);
  return chosen ? (
    <p>
      <Trans>Le sondage a retenu : {span(chosen.startsAt, chosen.endsAt, timeZone)}.</Trans>
    </p>
  ) : (
    <p>{t`Le dernier sondage a été fermé sans retenir de date.`}</p>
  );
};

/** The same hour on the clock of the person's academy, where that is another one. */
export const ownHour = ({ viewerTimeZone }: Poll, { startsAt, endsAt }: Poll["options"][number], timeZone: string) =>
  viewerTimeZone === timeZone ? null : span(startsAt, endsAt, viewerTimeZone);

function Result({ poll, timeZone }: { poll: Poll; timeZone: string }) {
  const best = poll.options.filter((option) => option.best).map((one) => span(one.startsAt, one.endsAt, timeZone));
  return (
    <>
      <p>
        {poll.answeredCount === 0 ? (
          <Trans>Personne n’a encore répondu, sur {poll.invited.length} personnes interrogées.</Trans>
        ) : (
          <Trans>
            {plural(poll.answeredCount, { one: "# réponse", other: "# réponses" })} sur {poll.invited.length} personnes
            interrogées. Ce qui convient au plus grand nombre : {best.join(" ; ")}.
          </Trans>
        )}
      </p>
      <TableFrame caption={t`Réponses, date par date`}>
        <thead>
          <tr>
            <th scope="col">{t`Date`}</th>
            <th scope="col">{t`Oui`}</th>
            <th scope="col">{t`S’il le faut`}</th>
            <th scope="col">{t`Non`}</th>
            <th scope="col">{t`Qui`}</th>
          </tr>
        </thead>
        <tbody>
          {poll.options.map((option) => (
            <tr key={option.id}>
              <th scope="row">
                {span(option.startsAt, option.endsAt, timeZone)}
                <span className="fr-hint-text">{ownHour(poll, option, timeZone)}</span>
              </th>
              <td>{option.yes}</td>
              <td>{option.ifNeeded}</td>
              <td>{option.no}</td>
              <td>
                {option.votes
                  .map(({ person, preference }) => `${person?.displayName ?? "–"} : ${said(preference)}`)
                  .join(", ")}
              </td>
            </tr>
          ))}
        </tbody>
      </TableFrame>
    </>
  );
}

const said = (preference: Poll["options"][number]["votes"][number]["preference"]) =>
  labelOf("DatePreference", preference).toLowerCase();
