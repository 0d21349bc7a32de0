import { Button } from "@codegouvfr/react-dsfr/Button";
import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Link } from "react-router";
import { definePage } from "../../../apollo/page.ts";
import { AskCorrection } from "../../../features/people/AskCorrection.tsx";
import { CorrectPersonForm } from "../../../features/people/CorrectPersonForm.tsx";
import { EraseMe } from "../../../features/people/EraseMe.tsx";
import { HeldTables } from "../../../features/people/HeldTables.tsx";
import { serviceNames } from "../../../features/people/services.ts";
import { graphql } from "../../../gen/gql.ts";
import type { MyDataQuery } from "../../../gen/graphql.ts";
import { Section } from "../../../ui/Section.tsx";
import { Unavailable } from "../../../ui/Unavailable.tsx";
import { useRefresh } from "../../../ui/useRefresh.ts";
import { Screen } from "../parts/Screen.tsx";

const page = definePage({
  query: graphql(`
    query MyData {
      viewer {
        id
        person {
          displayName
          ...CorrectablePerson
        }
        erasure {
          dueOn
          ...ErasureProgress
        }
        corrections {
          ...AskedCorrection
        }
        heldByPeople {
          ...HeldSort
        }
        heldByProjects {
          ...HeldSort
        }
        heldByScenarios {
          ...HeldSort
        }
        heldByMeetings {
          ...HeldSort
        }
        heldByCommunications {
          ...HeldSort
        }
      }
    }
  `),
  subject: "viewer",
  fresh: true,
  head: () => ({ title: t`Mes données`, noindex: true }),
});

export const loader = page.loader;
export const clientLoader = page.clientLoader;
export const meta = page.meta;

type Viewer = NonNullable<MyDataQuery["viewer"]>;

/** What is held of the person in all the services, and her or his rights over it. */
export default function MyData() {
  const { data } = page.useData();
  const refresh = useRefresh();
  const { viewer } = data;
  if (!viewer) return null;
  return (
    <Screen
      title={t`Mes données`}
      lead={
        <Trans>
          Tout ce que Trame tient sur vous, et ce que vous pouvez en faire.{" "}
          <Link to="/donnees-personnelles">Qui voit quoi, et combien de temps</Link>.
        </Trans>
      }
    >
      <Section title={t`Corriger`}>
        <CorrectPersonForm person={viewer.person} onDone={refresh} />
      </Section>
      <Section title={t`Ce qui est conservé`}>
        <p>
          <Button
            priority="secondary"
            iconId="fr-icon-download-line"
            onClick={() => download(viewer)}
          >{t`Télécharger en JSON`}</Button>
        </p>
        {heldOf(viewer).map(([service, sorts]) => (
          <section key={service} aria-label={serviceNames[service]}>
            <h3>{serviceNames[service]}</h3>
            {sorts ? <HeldTables sorts={sorts} /> : <Unavailable />}
          </section>
        ))}
      </Section>
      <Section title={t`Demander une rectification`}>
        <AskCorrection corrections={viewer.corrections} onDone={refresh} />
      </Section>
      <Section title={t`Être effacé·e`}>
        <EraseMe pending={viewer.erasure ?? null} onDone={refresh} />
      </Section>
    </Screen>
  );
}

const heldOf = (viewer: Viewer) =>
  [
    ["people", viewer.heldByPeople],
    ["projects", viewer.heldByProjects],
    ["scenarios", viewer.heldByScenarios],
    ["meetings", viewer.heldByMeetings],
    ["communications", viewer.heldByCommunications],
  ] as const;

/** The same as on the page, for another program. */
function download(viewer: Viewer): void {
  const text = JSON.stringify(viewer, (key, value) => (key === "__typename" ? undefined : value), 2);
  const url = URL.createObjectURL(new Blob([text], { type: "application/json" }));
  const link = document.createElement("a");
  link.href = url;
  link.download = "mes-donnees-trame.json";
  link.click();
  URL.revokeObjectURL(url);
}
