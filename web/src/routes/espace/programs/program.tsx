import { Alert } from "@codegouvfr/react-dsfr/Alert";
import { Button } from "@codegouvfr/react-dsfr/Button";
import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { useNavigate } from "react-router";
import { definePage } from "../../../apollo/page.ts";
import { WebhookControls } from "../../../features/communications/WebhookControls.tsx";
import { WebhookFields, webhookOf } from "../../../features/communications/WebhookFields.tsx";
import { REDELIVER_WEBHOOK, REVISE_WEBHOOK } from "../../../features/communications/webhooks.ts";
import { graphql } from "../../../gen/gql.ts";
import type { WebhookChoicesFragment, WebhookDeskFragment, WebhookScreenQuery } from "../../../gen/graphql.ts";
import { inFrench } from "../../../language.ts";
import { CommandForm } from "../../../ui/CommandForm.tsx";
import { useRefusals } from "../../../ui/command.ts";
import { Empty } from "../../../ui/Empty.tsx";
import { ErrorSummary } from "../../../ui/ErrorSummary.tsx";
import { Facts } from "../../../ui/Facts.tsx";
import { Named } from "../../../ui/Named.tsx";
import { afterOf, Pager } from "../../../ui/Pager.tsx";
import { Reveal } from "../../../ui/Reveal.tsx";
import { Section } from "../../../ui/Section.tsx";
import { StateBadge } from "../../../ui/StateBadge.tsx";
import { Time } from "../../../ui/Time.tsx";
import { useRefresh } from "../../../ui/useRefresh.ts";
import { Screen } from "../parts/Screen.tsx";

const PAGE_SIZE = 20;

const page = definePage({
  query: graphql(`
    query WebhookScreen($id: ID!, $first: Int!, $after: String) {
      webhook(id: $id) {
        ...WebhookDesk
        createdAt
        owner {
          id
          displayName
        }
        deliveries(first: $first, after: $after) {
          totalCount
          pageInfo {
            hasNextPage
            endCursor
          }
          nodes {
            id
            type
            state
            attempts
            nextAttemptAt
            createdAt
            settledAt
            publication {
              id
              title
              url
            }
            tries {
              id
              at
              status
              answer
              ms
            }
          }
        }
      }
      ...WebhookChoices
    }
  `),
  variables: ({ params, search }) => ({ id: params.id ?? "", first: PAGE_SIZE, after: afterOf(search) }),
  subject: "webhook",
  fresh: true,
  head: ({ webhook }) => ({ title: webhook?.description ?? "", noindex: true }),
});

export const loader = page.loader;
export const clientLoader = page.clientLoader;
export const meta = page.meta;

type Delivery = NonNullable<NonNullable<WebhookScreenQuery["webhook"]>["deliveries"]>["nodes"][number];

export default function WebhookScreen() {
  const { data } = page.useData();
  const refresh = useRefresh();
  const go = useNavigate();
  const { webhook } = data;
  if (!webhook) return null;
  const { deliveries } = webhook;
  return (
    <Screen
      title={webhook.description}
      path={[
        [t`La lettre`, "/espace/lettres"],
        [t`Programmes abonnés`, "/espace/programmes"],
      ]}
    >
      <p className="item__facts">
        <StateBadge of="WebhookState" value={webhook.state} />
        <span>{webhook.url}</span>
      </p>
      {webhook.suspendedFor && (
        <Alert severity="warning" small description={<span lang={inFrench}>{webhook.suspendedFor}</span>} />
      )}
      <WebhookControls webhook={webhook} onDone={refresh} onRemoved={() => void go("/espace/programmes")} />
      <Section title={t`Clés`}>
        <p>{t`Le programme vérifie chaque annonce avec l’une ou l’autre, comme le dit Standard Webhooks.`}</p>
        <Facts
          facts={[
            [t`Secret partagé (v1)`, <code key="secret">{webhook.secret}</code>],
            [t`Clé publique (v1a)`, <code key="public">{webhook.publicKey}</code>],
            [
              t`Les anciennes clés signent aussi jusqu’au`,
              webhook.previousKeysUntil && <Time at={webhook.previousKeysUntil} as="instant" />,
            ],
            [t`Inscrit par`, webhook.owner?.displayName],
          ]}
        />
        <Reveal label={t`Modifier l’adresse ou les choix`}>
          {(close) => <ReviseForm webhook={webhook} choices={data} onDone={close} />}
        </Reveal>
      </Section>
      <Section title={t`Envois`}>
        {deliveries && deliveries.nodes.length > 0 ? (
          <>
            <ul className="items">
              {deliveries.nodes.map((delivery) => (
                <DeliveryItem key={delivery.id} delivery={delivery} active={webhook.state === "ACTIVE"} />
              ))}
            </ul>
            <Pager
              pageInfo={deliveries.pageInfo}
              totalCount={deliveries.totalCount}
              pageSize={PAGE_SIZE}
              of={t`envois`}
            />
          </>
        ) : (
          <Empty>{t`Rien ne lui a encore été envoyé.`}</Empty>
        )}
      </Section>
    </Screen>
  );
}

interface ReviseFormProps {
  webhook: WebhookDeskFragment;
  choices: WebhookChoicesFragment;
  onDone: () => void;
}

function ReviseForm({ webhook, choices, onDone }: ReviseFormProps) {
  const command = useRefusals(REVISE_WEBHOOK, (data) => data.reviseWebhook, onDone);
  return (
    <CommandForm
      command={command}
      scope="revise"
      submit={t`Enregistrer`}
      variables={(form) => ({
        input: { webhookId: webhook.id, expectedVersion: webhook.version, ...webhookOf(form, webhook) },
      })}
    >
      <WebhookFields choices={choices} webhook={webhook} />
    </CommandForm>
  );
}

function DeliveryItem({ delivery, active }: { delivery: Delivery; active: boolean }) {
  const refresh = useRefresh();
  const command = useRefusals(REDELIVER_WEBHOOK, (data) => data.redeliverWebhook, refresh);
  const { id, type, state, publication, tries, nextAttemptAt, createdAt } = delivery;
  const name = publication?.title ?? t`essai`;
  return (
    <li className="item">
      <h3 className="item__title">
        {publication ? (
          <a href={publication.url} lang={inFrench}>
            {publication.title}
          </a>
        ) : (
          t`Essai`
        )}
      </h3>
      <p className="item__facts">
        <StateBadge of="WebhookDeliveryState" value={state} />
        <code>{type}</code>
        <span>
          <Time at={createdAt} as="instant" />
        </span>
        {nextAttemptAt && tries.length > 0 && (
          <span>
            <Trans>
              nouvel essai le <Time at={nextAttemptAt} as="instant" />
            </Trans>
          </span>
        )}
      </p>
      {tries.length > 0 && (
        <ul>
          {tries.map((one) => (
            <li key={one.id}>
              <Time at={one.at} as="instant" /> : {one.status ?? t`sans réponse`}, {t`${one.ms} ms`}
              {one.answer && <> – {one.answer}</>}
            </li>
          ))}
        </ul>
      )}
      <ErrorSummary ref={command.summary} refusals={command.refusals} />
      {active && !["PENDING", "SENDING"].includes(state) && (
        <Button
          type="button"
          size="small"
          priority="tertiary"
          disabled={command.state === "busy"}
          onClick={() => void command.run({ input: { deliveryId: id } })}
        >
          <Named verb={t`Envoyer de nouveau`} name={name} />
        </Button>
      )}
    </li>
  );
}
