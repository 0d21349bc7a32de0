import { Button } from "@codegouvfr/react-dsfr/Button";
import { t } from "@lingui/core/macro";
import { Plural, Trans } from "@lingui/react/macro";
import { Link } from "react-router";
import { definePage } from "../../../apollo/page.ts";
import { MARK_READ } from "../../../features/notifications/commands.ts";
import { graphql } from "../../../gen/gql.ts";
import type { NotificationsScreenQuery } from "../../../gen/graphql.ts";
import { inFrench } from "../../../language.ts";
import { useRefusals } from "../../../ui/command.ts";
import { Empty } from "../../../ui/Empty.tsx";
import { addressOf, filtersFrom } from "../../../ui/filters.ts";
import { afterOf, Pager } from "../../../ui/Pager.tsx";
import { Deadline, Time } from "../../../ui/Time.tsx";
import { useRefresh } from "../../../ui/useRefresh.ts";
import { Screen } from "../parts/Screen.tsx";

const PAGE_SIZE = 20;
const names = ["lues"] as const;

const page = definePage({
  query: graphql(`
    query NotificationsScreen($filter: NotificationFilter, $first: Int!, $after: String) {
      viewer {
        id
        unreadNotifications
        notifications(filter: $filter, first: $first, after: $after) {
          totalCount
          pageInfo {
            hasNextPage
            endCursor
          }
          nodes {
            id
            kind
            kindLabel
            title
            text
            href
            dueAt
            issuedAt
            readAt
            settledAt
          }
        }
      }
    }
  `),
  variables: ({ search }) => ({
    filter: filtersFrom(search, names).lues === "non" ? { unread: true } : null,
    first: PAGE_SIZE,
    after: afterOf(search),
  }),
  subject: "viewer",
  fresh: true,
  head: () => ({ title: t`Notifications`, noindex: true }),
});

export const loader = page.loader;
export const clientLoader = page.clientLoader;
export const meta = page.meta;

type Viewer = NonNullable<NotificationsScreenQuery["viewer"]>;
type Item = NonNullable<Viewer["notifications"]>["nodes"][number];

export default function Notifications() {
  const { data, place } = page.useData();
  const refresh = useRefresh();
  const command = useRefusals(MARK_READ, (answer) => answer.markNotificationsRead, refresh);
  const { notifications, unreadNotifications: unread } = data.viewer ?? {};
  const onlyUnread = filtersFrom(place.search, names).lues === "non";
  if (!notifications) {
    return (
      <Screen title={t`Notifications`}>
        <p className="unavailable fr-icon-warning-line">
          <Trans>Les notifications sont momentanément indisponibles.</Trans>
        </p>
      </Screen>
    );
  }
  return (
    <Screen
      title={t`Notifications`}
      lead={
        <p>
          <Trans>Ce qui vous concerne depuis 90 jours.</Trans>{" "}
          <Link to="/espace/preferences">
            <Trans>Choisir ce que je reçois par courriel</Trans>
          </Link>
        </p>
      }
    >
      <Choices onlyUnread={onlyUnread} />
      <div className="notifications__head">
        <h2 className="fr-h4" aria-live="polite">
          <Plural value={notifications.totalCount} one="# notification" other="# notifications" />
        </h2>
        {Boolean(unread) && (
          <Button
            priority="secondary"
            size="small"
            disabled={command.state === "busy"}
            onClick={() => void command.run({ input: {} })}
          >
            <Trans>Tout marquer comme lu</Trans>
          </Button>
        )}
      </div>
      {notifications.nodes.length === 0 ? (
        <Empty action={<Link to="/espace">{t`Voir ce qui est attendu de moi`}</Link>}>
          {onlyUnread ? t`Vous avez tout lu.` : t`Rien de nouveau depuis 90 jours.`}
        </Empty>
      ) : (
        <ul className="items">
          {notifications.nodes.map((one) => (
            <Told key={one.id} one={one} onRead={() => void command.run({ input: { ids: [one.id] } })} />
          ))}
        </ul>
      )}
      <Pager
        pageInfo={notifications.pageInfo}
        totalCount={notifications.totalCount}
        pageSize={PAGE_SIZE}
        of={t`notifications`}
      />
    </Screen>
  );
}

const Choices = ({ onlyUnread }: { onlyUnread: boolean }) => (
  <nav className="orders" aria-label={t`Choisir les notifications`}>
    <ul>
      <li>
        <Link to="/espace/notifications" aria-current={onlyUnread ? undefined : "true"}>
          <Trans>Toutes</Trans>
        </Link>
      </li>
      <li>
        <Link to={addressOf("/espace/notifications", { lues: "non" })} aria-current={onlyUnread ? "true" : undefined}>
          <Trans>Non lues</Trans>
        </Link>
      </li>
    </ul>
  </nav>
);

/** Following it reads it. */
const Told = ({ one, onRead }: { one: Item; onRead: () => void }) => (
  <li className={one.readAt ? "item" : "item notification--unread"}>
    <p className="item__title">
      <Link to={one.href} lang={inFrench} onClick={one.readAt ? undefined : onRead}>
        {one.title}
      </Link>
    </p>
    {one.text && (
      <p className="item__summary" lang={inFrench}>
        {one.text}
      </p>
    )}
    <p className="item__facts">
      <span lang={inFrench}>{one.kindLabel}</span>
      <span>
        <Time at={one.issuedAt} as="instant" />
      </span>
      {one.dueAt && !one.settledAt && (
        <span>
          <Trans>
            Avant le <Deadline at={one.dueAt} />
          </Trans>
        </span>
      )}
      {one.settledAt && <span>{t`C’est fait`}</span>}
      {!one.readAt && (
        <button type="button" className="fr-link fr-link--sm" onClick={onRead}>
          <Trans>Marquer comme lue</Trans>
          <span className="fr-sr-only">{` : ${one.title}`}</span>
        </button>
      )}
    </p>
  </li>
);
