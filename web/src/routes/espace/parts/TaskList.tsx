import { Link } from "react-router";
import { graphql } from "../../../gen/gql.ts";
import { Time } from "../../../ui/Time.tsx";
import { type Task, timeLeft } from "../home/tasks.ts";

export const TASK_ITEM = graphql(`
  fragment TaskItem on Task {
    id
    title
    detail
    dueAt
    href
  }
`);

const SHOWN = 8;

/** What is expected of the person, each a link to where it is done. */
export const TaskList = ({ tasks, now }: { tasks: Task[]; now: string }) => (
  <>
    <Tasks tasks={tasks.slice(0, SHOWN)} now={now} />
    {tasks.length > SHOWN && (
      <details className="fr-mt-2w">
        <summary>
          Afficher les {tasks.length - SHOWN} {tasks.length - SHOWN === 1 ? "suivante" : "suivantes"}
        </summary>
        <Tasks tasks={tasks.slice(SHOWN)} now={now} />
      </details>
    )}
  </>
);

const Tasks = ({ tasks, now }: { tasks: Task[]; now: string }) => (
  <ul className="items">
    {tasks.map(({ id, title, detail, dueAt, href }) => (
      <li key={id} className="item">
        <p className="item__title">
          <Link to={href}>{title}</Link>
        </p>
        {detail && <p className="item__summary">{detail}</p>}
        {dueAt && (
          <p className="item__facts">
            <span>
              Avant le <Time at={dueAt} as="deadline" />
            </span>
            <span>{timeLeft(now, dueAt)}</span>
          </p>
        )}
      </li>
    ))}
  </ul>
);
