import { Badge } from "@codegouvfr/react-dsfr/Badge";
import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Link } from "react-router";
import type { ActionLineFragment, MeetingDeskFragment } from "../../gen/graphql.ts";
import { French } from "../../ui/French.tsx";
import { Section } from "../../ui/Section.tsx";
import { StateBadge } from "../../ui/StateBadge.tsx";
import { useSite } from "../../ui/site.ts";
import { Time } from "../../ui/Time.tsx";
import { CompleteAction, DropAction, EntrustAction, RecordAction, ReopenAction } from "./ActionForms.tsx";
import type { MeetingRights } from "./rights.ts";

interface PartProps {
  meeting: MeetingDeskFragment;
  rights: MeetingRights;
}

/** What was decided here that somebody would do, from the meeting's beginning on. */
export function Actions({ meeting, rights }: PartProps) {
  const { now } = useSite().clock;
  const begun = meeting.convenedAt != null && now >= meeting.startsAt && meeting.state !== "CANCELLED";
  if (!meeting.actions || !begun) return null;
  const open = meeting.minutes?.approvedAt == null;
  return (
    <Section title={t`Actions`}>
      {meeting.actions.length === 0 && <p>{t`Aucune action n’a été notée.`}</p>}
      <ActionList actions={meeting.actions} meeting={meeting} rights={rights} />
      {open && rights.write && <RecordAction meeting={meeting} />}
    </Section>
  );
}

/** What is left to do from the group's earlier meetings, under the agenda. */
export function CarriedActions({ meeting, rights }: PartProps) {
  if (!meeting.carriedActions || meeting.carriedActions.length === 0) return null;
  return (
    <>
      <h3 className="fr-h6 fr-mt-3w">{t`Reste à faire des réunions précédentes`}</h3>
      <ActionList actions={meeting.carriedActions} meeting={meeting} rights={rights} />
    </>
  );
}

const ActionList = ({ actions, ...props }: PartProps & { actions: readonly ActionLineFragment[] }) => (
  <ul className="items">
    {actions.map((action) => (
      <Line key={action.id} action={action} {...props} />
    ))}
  </ul>
);

function Line({ action, meeting, rights }: PartProps & { action: ActionLineFragment }) {
  const { state, owner, overdue, dueOn, closedAt, dropReason } = action;
  const mine = owner != null && owner.id === rights.viewerId;
  return (
    <li className="item">
      <p className="item__summary">
        <French>{action.text}</French>
      </p>
      <p className="item__facts">
        <StateBadge of="ActionState" value={state} />
        {overdue && (
          <Badge as="span" small noIcon severity="warning">
            {t`En retard`}
          </Badge>
        )}
        <span>{owner?.displayName ?? t`Personne non nommée`}</span>
        <span>
          <Trans>
            pour le <Time at={dueOn} />
          </Trans>
        </span>
        {closedAt && <Closed at={closedAt} reason={dropReason} />}
        {action.meeting && action.meeting.id !== meeting.id && <Origin meeting={action.meeting} />}
      </p>
      <div className="actions">
        {state === "OPEN" && (mine || rights.lead) && <CompleteAction action={action} />}
        {state === "OPEN" && rights.lead && <EntrustAction action={action} meeting={meeting} />}
        {state === "OPEN" && rights.lead && <DropAction action={action} />}
        {state !== "OPEN" && (mine || rights.lead) && <ReopenAction action={action} />}
      </div>
    </li>
  );
}

const Closed = ({ at, reason }: { at: string; reason?: string | null }) =>
  reason ? (
    <span>
      <Trans>
        abandonnée le <Time at={at} /> : <French>{reason}</French>
      </Trans>
    </span>
  ) : (
    <span>
      <Trans>
        faite le <Time at={at} />
      </Trans>
    </span>
  );

const Origin = ({ meeting }: { meeting: NonNullable<ActionLineFragment["meeting"]> }) => (
  <Link to={`/espace/reunions/${meeting.id}#actions`}>
    <Trans>
      Décidée le <Time at={meeting.startsAt} />
    </Trans>
  </Link>
);
