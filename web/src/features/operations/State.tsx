import { plural, t } from "@lingui/core/macro";
import { graphql } from "../../gen/gql.ts";
import type { OperationsStateFragment } from "../../gen/graphql.ts";
import { Figures } from "../../ui/Figures.tsx";
import { figure } from "../../ui/plural.ts";
import { Unavailable } from "../../ui/Unavailable.tsx";

export const OPERATIONS_STATE = graphql(`
  fragment OperationsState on ServiceOperations {
    name
    outboxWaiting
    outboxOldestSeconds
    outboxLast
    parkedMessages
    dueLate
    dueFailing
    lags {
      topic
      waiting
    }
  }
`);

/** How a service does, in figures: all at zero, nothing waits. */
export const State = ({ state }: { state: OperationsStateFragment }) => (
  <>
    <Figures
      figures={[
        { value: figure(state.parkedMessages), label: t`messages retenus` },
        {
          value: figure(state.outboxWaiting),
          label: t`événements à publier`,
          detail:
            state.outboxWaiting > 0
              ? t`le plus ancien attend depuis ${duration(state.outboxOldestSeconds)}`
              : undefined,
        },
        { value: figure(state.dueLate), label: t`échéances en retard` },
        { value: figure(state.dueFailing), label: t`échéances en échec` },
      ]}
    />
    <div className="fr-mt-2w">
      <Lags lags={state.lags} />
    </div>
  </>
);

function Lags({ lags }: Pick<OperationsStateFragment, "lags">) {
  if (!lags) return <Unavailable />;
  const late = lags.filter(({ waiting }) => waiting > 0);
  if (late.length === 0) return <p>{t`Tout ce que les autres services ont publié a été lu.`}</p>;
  return (
    <ul>
      {late.map(({ topic, waiting }) => (
        <li key={topic}>
          <code>{topic}</code> : {plural(waiting, { one: "# message à lire", other: "# messages à lire" })}
        </li>
      ))}
    </ul>
  );
}

/** « 45 s », « 12 min », « 3 h », « 4 j ». */
export function duration(seconds: number): string {
  if (seconds < 60) return t`${Math.round(seconds)} s`;
  if (seconds < 3_600) return t`${Math.round(seconds / 60)} min`;
  if (seconds < 172_800) return t`${Math.round(seconds / 3_600)} h`;
  return t`${Math.round(seconds / 86_400)} j`;
}
