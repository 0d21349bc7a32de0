import { useQuery } from "@apollo/client/react";
import { t } from "@lingui/core/macro";
import { Plural } from "@lingui/react/macro";
import { Link } from "react-router";
import { graphql } from "../../gen/gql.ts";

/** In the cache since the header's own query: shown at once, then asked for again now and then. */
const UNREAD = graphql(`
  query UnreadNotifications {
    viewer {
      id
      unreadNotifications
    }
  }
`);

const EVERY_MS = 60_000;

/** The way to the notifications, with how many are not read; it is a link, with or without a script. */
export function Bell({ id }: { id?: string }) {
  const { data } = useQuery(UNREAD, { pollInterval: EVERY_MS, skipPollAttempt: () => document.hidden });
  const unread = data?.viewer?.unreadNotifications ?? 0;
  return (
    <Link id={id} to="/espace/notifications" className="fr-btn fr-icon-notification-3-line bell">
      {t`Notifications`}
      {unread > 0 && (
        <>
          <span className="fr-sr-only">
            {" "}
            <Plural value={unread} one="# non lue" other="# non lues" />
          </span>
          <span className="bell__count" aria-hidden="true">
            {unread > 99 ? "99+" : unread}
          </span>
        </>
      )}
    </Link>
  );
}
