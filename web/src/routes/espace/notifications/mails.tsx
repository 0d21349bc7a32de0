import { Button } from "@codegouvfr/react-dsfr/Button";
import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { definePage } from "../../../apollo/page.ts";
import { DECIDE_MAIL } from "../../../features/notifications/commands.ts";
import { graphql } from "../../../gen/gql.ts";
import type { MailQueueScreenQuery } from "../../../gen/graphql.ts";
import { inFrench } from "../../../language.ts";
import { useRefusals } from "../../../ui/command.ts";
import { Empty } from "../../../ui/Empty.tsx";
import { ErrorSummary } from "../../../ui/ErrorSummary.tsx";
import { Time } from "../../../ui/Time.tsx";
import { useRefresh } from "../../../ui/useRefresh.ts";
import { Screen } from "../parts/Screen.tsx";

const page = definePage({
  query: graphql(`
    query MailQueueScreen {
      mailQueue {
        waiting
        failed
        uncertain
        sent
        troubled {
          id
          kind
          subject
          state
          attempts
          answer
          queuedAt
          recipient {
            id
            displayName
          }
        }
      }
    }
  `),
  subject: "mailQueue",
  fresh: true,
  head: () => ({ title: t`Courriels`, noindex: true }),
});

export const loader = page.loader;
export const clientLoader = page.clientLoader;
export const meta = page.meta;

type Queue = NonNullable<MailQueueScreenQuery["mailQueue"]>;
type Mail = Queue["troubled"][number];

export default function MailQueue() {
  const { data } = page.useData();
  const { mailQueue: queue } = data;
  if (!queue) return null;
  return (
    <Screen
      title={t`Courriels`}
      lead={
        <p>
          <Trans>Ce qui n’est pas parti, ou peut-être : rien n’est renvoyé sans votre décision.</Trans>
        </p>
      }
    >
      <p>
        <Trans>
          En attente : {queue.waiting}. Partis depuis 24 heures : {queue.sent}. Refusés : {queue.failed}. Peut-être
          partis : {queue.uncertain}.
        </Trans>
      </p>
      {queue.troubled.length === 0 ? (
        <Empty>
          <Trans>Aucun courriel n’attend de décision.</Trans>
        </Empty>
      ) : (
        <ul className="items">
          {queue.troubled.map((mail) => (
            <Troubled key={mail.id} mail={mail} />
          ))}
        </ul>
      )}
    </Screen>
  );
}

function Troubled({ mail }: { mail: Mail }) {
  const refresh = useRefresh();
  const command = useRefusals(DECIDE_MAIL, (answer) => answer.decideMail, refresh);
  const decide = (sendAgain: boolean) => void command.run({ input: { mailId: mail.id, sendAgain } });
  return (
    <li className="item">
      <p className="item__title" lang={inFrench}>
        {mail.subject}
      </p>
      <p className="item__facts">
        <span>{mail.state === "UNCERTAIN" ? t`Peut-être parti` : t`Refusé`}</span>
        <span>{mail.recipient?.displayName ?? t`destinataire inconnu`}</span>
        <span>
          <Time at={mail.queuedAt} as="instant" />
        </span>
      </p>
      {mail.answer && <p className="item__summary">{mail.answer}</p>}
      <ErrorSummary ref={command.summary} refusals={command.refusals} />
      <div className="actions">
        <Button size="small" disabled={command.state === "busy"} onClick={() => decide(true)}>
          <Trans>Envoyer de nouveau</Trans>
          <span className="fr-sr-only">{` : ${mail.subject}`}</span>
        </Button>
        <Button size="small" priority="secondary" disabled={command.state === "busy"} onClick={() => decide(false)}>
          <Trans>Abandonner</Trans>
          <span className="fr-sr-only">{` : ${mail.subject}`}</span>
        </Button>
      </div>
    </li>
  );
}
