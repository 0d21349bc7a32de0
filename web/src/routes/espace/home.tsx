import { plural, t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Link } from "react-router";
import { definePage } from "../../apollo/page.ts";
import { graphql } from "../../gen/gql.ts";
import type { EspaceHomeQuery } from "../../gen/graphql.ts";
import { Empty } from "../../ui/Empty.tsx";
import { Section } from "../../ui/Section.tsx";
import { useSite } from "../../ui/site.ts";
import { MyGroups } from "./home/MyGroups.tsx";
import { MyMandates } from "./home/MyMandates.tsx";
import { mergeTasks, missingParts } from "./home/tasks.ts";
import { TaskList } from "./parts/TaskList.tsx";

const page = definePage({
  query: graphql(`
    query EspaceHome {
      viewer {
        id
        person {
          id
          displayName
          givenName
        }
        projectTasks {
          ...TaskItem
        }
        peopleTasks {
          ...TaskItem
        }
        scenarioTasks {
          ...TaskItem
        }
        meetingTasks {
          ...TaskItem
        }
        communicationTasks {
          ...TaskItem
        }
        ...MyGroups
        ...MyMandates
      }
    }
  `),
  subject: "viewer",
  fresh: true,
  head: () => ({ title: t`Mon espace`, noindex: true }),
});

export const loader = page.loader;
export const clientLoader = page.clientLoader;
export const meta = page.meta;

type Viewer = NonNullable<EspaceHomeQuery["viewer"]>;

/** What each service calls its part, when it cannot be read. */
const sources = [
  ["projectTasks", t`candidatures et lancements`],
  ["peopleTasks", t`composition des groupes`],
  ["scenarioTasks", t`scénarios`],
  ["meetingTasks", t`réunions`],
  ["communicationTasks", t`revues, supports et lettres`],
] as const satisfies [keyof Viewer, string][];

export default function EspaceHome() {
  const { data, failed } = page.useData();
  const { viewer } = data;
  if (!viewer) return null;
  const missing = missingParts(sources.map(([field, name]) => [name, viewer[field] === null] as const));
  return (
    <>
      <h1>
        <Trans>Bonjour {viewer.person.givenName}</Trans>
      </h1>
      <Section title={t`Ce qui est attendu de moi`}>
        {missing && (
          <p className="unavailable fr-icon-warning-line">
            <Trans>Momentanément indisponible : {missing}. D’autres tâches peuvent manquer à cette liste.</Trans>
          </p>
        )}
        <Expected viewer={viewer} />
      </Section>
      <Section title={t`Mes groupes`}>
        <MyGroups viewer={viewer} failed={failed} />
      </Section>
      <Section title={t`Mes mandats`}>
        <MyMandates mandates={viewer.mandates} />
      </Section>
    </>
  );
}

function Expected({ viewer }: { viewer: Viewer }) {
  const { clock } = useSite();
  const tasks = mergeTasks(sources.map(([field]) => viewer[field]));
  if (tasks.length === 0) {
    return (
      <Empty action={<Link to="/scenarios">{t`Parcourir les scénarios publiés`}</Link>}>
        {t`Rien à faire pour le moment : vous serez averti·e ici dès que quelque chose vous attend.`}
      </Empty>
    );
  }
  return (
    <>
      <p>
        <Trans>{plural(tasks.length, { one: "# tâche", other: "# tâches" })}, l’échéance la plus proche d’abord.</Trans>
      </p>
      <TaskList tasks={tasks} now={clock.now} />
    </>
  );
}
