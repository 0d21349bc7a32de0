import { t } from "@lingui/core/macro";
import { graphql } from "../../gen/gql.ts";
import type { WaitingInvitationFragment } from "../../gen/graphql.ts";
import { longDate } from "../../ui/dates.ts";
import { labelOf } from "../../ui/labels.ts";
import { Section } from "../../ui/Section.tsx";

export const WAITING_INVITATION = graphql(`
  fragment WaitingInvitation on Mandate {
    id
    role
    answerBy
    person {
      id
      displayName
    }
  }
`);

/** Who was asked to sit in the group and has not answered. */
export const Invitations = ({ invitations }: { invitations: readonly WaitingInvitationFragment[] }) =>
  invitations.length === 0 ? null : (
    <Section title={t`Invitations sans réponse`}>
      <ul>
        {invitations.map(({ id, role, answerBy, person }) => (
          <li key={id}>
            {person.displayName}, {labelOf("Role", role)}
            {answerBy && ` – ${t`réponse attendue jusqu’au ${longDate(answerBy)}`}`}
          </li>
        ))}
      </ul>
    </Section>
  );
