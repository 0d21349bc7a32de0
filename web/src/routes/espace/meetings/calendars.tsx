import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { definePage } from "../../../apollo/page.ts";
import { CalendarAddress } from "../../../features/meetings/CalendarAddress.tsx";
import { calendarsOf } from "../../../features/meetings/calendars.ts";
import { graphql } from "../../../gen/gql.ts";
import { Part } from "../../../ui/Unavailable.tsx";
import { useRefresh } from "../../../ui/useRefresh.ts";
import { Screen } from "../parts/Screen.tsx";

const page = definePage({
  query: graphql(`
    query MyCalendars {
      viewer {
        id
        calendarAddresses {
          id
          scope
          url
          createdAt
          theme {
            id
          }
          project {
            id
          }
        }
        academicGroups {
          id
          project {
            id
            title
          }
        }
        nationalGroups {
          id
          theme {
            id
            title
          }
        }
      }
    }
  `),
  subject: "viewer",
  fresh: true,
  head: () => ({ title: t`Mes agendas`, noindex: true }),
});

export const loader = page.loader;
export const clientLoader = page.clientLoader;
export const meta = page.meta;

export default function MyCalendars() {
  const { data, failed } = page.useData();
  const refresh = useRefresh();
  return (
    <Screen
      title={t`Mes agendas`}
      path={[[t`Réunions`, "/espace/reunions"]]}
      lead={
        <p>
          <Trans>
            Votre logiciel d’agenda peut s’abonner à vos réunions : il les tient à jour, avec les changements et les
            annulations, et sonne avant chacune.
          </Trans>
        </p>
      }
    >
      <Part
        value={data.viewer?.calendarAddresses && data.viewer}
        failed={failed("viewer.calendarAddresses")}
        empty={null}
      >
        {(viewer) => (
          <ul className="items">
            {calendarsOf(viewer).map((calendar) => (
              <CalendarAddress
                key={`${calendar.scope}${calendar.themeId ?? calendar.projectId ?? ""}`}
                calendar={calendar}
                onDone={refresh}
              />
            ))}
          </ul>
        )}
      </Part>
    </Screen>
  );
}
