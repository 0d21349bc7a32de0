import { plural, t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Link, useNavigate } from "react-router";
import { definePage } from "../../../apollo/page.ts";
import { WebhookFields, webhookOf } from "../../../features/communications/WebhookFields.tsx";
import { REGISTER_WEBHOOK } from "../../../features/communications/webhooks.ts";
import { graphql } from "../../../gen/gql.ts";
import type { WebhookChoicesFragment, WebhookDeskFragment } from "../../../gen/graphql.ts";
import { CommandForm } from "../../../ui/CommandForm.tsx";
import { useRefusals } from "../../../ui/command.ts";
import { Empty } from "../../../ui/Empty.tsx";
import { Reveal } from "../../../ui/Reveal.tsx";
import { StateBadge } from "../../../ui/StateBadge.tsx";
import { useOnce } from "../../../ui/send.ts";
import { Time } from "../../../ui/Time.tsx";
import { Screen } from "../parts/Screen.tsx";

const page = definePage({
  query: graphql(`
    query WebhooksScreen {
      webhooks {
        ...WebhookDesk
      }
      ...WebhookChoices
    }
  `),
  subject: "webhooks",
  fresh: true,
  head: () => ({ title: t`Programmes abonnés`, noindex: true }),
});

export const loader = page.loader;
export const clientLoader = page.clientLoader;
export const meta = page.meta;

export default function Webhooks() {
  const { data } = page.useData();
  const webhooks = data.webhooks ?? [];
  return (
    <Screen
      title={t`Programmes abonnés`}
      path={[[t`La lettre`, "/espace/lettres"]]}
      lead={<p>{t`Chaque publication leur est annoncée aussitôt, signée, à leur adresse.`}</p>}
    >
      <Reveal label={t`Inscrire un programme`} priority="primary">
        {() => <RegisterForm choices={data} />}
      </Reveal>
      {webhooks.length === 0 ? (
        <Empty>{t`Aucun programme n’est inscrit.`}</Empty>
      ) : (
        <ul className="items">
          {webhooks.map((webhook) => (
            <Item key={webhook.id} webhook={webhook} />
          ))}
        </ul>
      )}
      <p className="fr-hint-text">
        <Trans>
          Un programme peut aussi lire le journal par curseur, à <a href="/publications">/publications</a>.
        </Trans>
      </p>
    </Screen>
  );
}

function RegisterForm({ choices }: { choices: WebhookChoicesFragment }) {
  const go = useNavigate();
  const command = useRefusals(
    REGISTER_WEBHOOK,
    (data) => data.registerWebhook,
    (data) => void go(`/espace/programmes/${data.registerWebhook.webhook?.id ?? ""}`),
  );
  const once = useOnce();
  return (
    <CommandForm command={command} submit={t`Inscrire`} variables={(form) => ({ input: once(webhookOf(form)) })}>
      <WebhookFields choices={choices} />
    </CommandForm>
  );
}

const Item = ({ webhook }: { webhook: WebhookDeskFragment }) => (
  <li className="item">
    <h2 className="item__title">
      <Link to={`/espace/programmes/${webhook.id}`}>{webhook.description}</Link>
    </h2>
    <p className="item__facts">
      <StateBadge of="WebhookState" value={webhook.state} />
      <span>{webhook.url}</span>
      {webhook.waiting > 0 && (
        <span>{plural(webhook.waiting, { one: "# envoi en attente", other: "# envois en attente" })}</span>
      )}
      {webhook.failingSince ? (
        <span>
          <Trans>
            n’accepte rien depuis le <Time at={webhook.failingSince} as="instant" />
          </Trans>
        </span>
      ) : (
        webhook.acceptedAt && (
          <span>
            <Trans>
              dernier envoi accepté le <Time at={webhook.acceptedAt} as="instant" />
            </Trans>
          </span>
        )
      )}
    </p>
  </li>
);
