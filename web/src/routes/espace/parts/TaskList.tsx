import { plural, t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Link } from "react-router";
import { graphql } from "../../../gen/gql.ts";
import { inFrench } from "../../../language.ts";
import { Deadline } from "../../../ui/Time.tsx";
import { byUrgency, type Task, timeLeft, type Urgency } from "../home/tasks.ts";

export const TASK_ITEM = graphql(`
  fragment TaskItem on Task {
    id
    title
    detail
    dueAt
    timeZone
    href
  }
`);

const SHOWN = 8;

const headings: Record<Urgency, string> = {
  overdue: t`En retard`,
  week: t`Dans les sept jours`,
  later: t`Plus tard`,
  undated: t`Sans échéance`,
};

/** What is expected of the person, by urgency, each a link to where it is done. */
export const TaskList = ({ tasks, now }: { tasks: Task[]; now: string }) =>
  byUrgency(tasks, now).map((group) => (
    <section key={group.urgency} aria-labelledby={`taches-${group.urgency}`} className="fr-mb-3w">
      <h3 id={`taches-${group.urgency}`} className="fr-h6 fr-mb-1w">
        {headings[group.urgency]}
      </h3>
      <FirstTasks tasks={group.tasks} now={now} />
    </section>
  ));

const FirstTasks = ({ tasks, now }: { tasks: Task[]; now: string }) => (
  <>
    <Tasks tasks={tasks.slice(0, SHOWN)} now={now} />
    {tasks.length > SHOWN && (
      <details className="fr-mt-2w">
        <summary>
          {plural(tasks.length - SHOWN, { one: "Afficher la suivante", other: "Afficher les # suivantes" })}
        </summary>
        <Tasks tasks={tasks.slice(SHOWN)} now={now} />
      </details>
    )}
  </>
);

const Tasks = ({ tasks, now }: { tasks: Task[]; now: string }) => (
  <ul className="items">
    {tasks.map(({ id, title, detail, dueAt, timeZone, href }) => (
      <li key={id} className="item">
        <p className="item__title">
          <Link to={href} lang={inFrench}>
            {title}
          </Link>
        </p>
        {detail && (
          <p className="item__summary" lang={inFrench}>
            {detail}
          </p>
        )}
        {dueAt && (
          <p className="item__facts">
            <span>
              <Trans>
                Avant le <Deadline at={dueAt} timeZone={timeZone} />
              </Trans>
            </span>
            <span>{timeLeft(now, dueAt)}</span>
          </p>
        )}
      </li>
    ))}
  </ul>
);
