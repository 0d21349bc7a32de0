import { plural, t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Link } from "react-router";
import { definePage } from "../../apollo/page.ts";
import { can } from "../../features/people/rights.ts";
import { AnswerForm } from "../../features/reports/AnswerForm.tsx";
import { graphql } from "../../gen/gql.ts";
import type { ProblemReportsScreenQuery } from "../../gen/graphql.ts";
import { Empty } from "../../ui/Empty.tsx";
import { addressOf, filtersFrom, oneOf } from "../../ui/filters.ts";
import { labelOf, labels } from "../../ui/labels.ts";
import { afterOf, Pager } from "../../ui/Pager.tsx";
import { Prose } from "../../ui/Prose.tsx";
import { StateBadge } from "../../ui/StateBadge.tsx";
import { Time } from "../../ui/Time.tsx";
import { Screen } from "./parts/Screen.tsx";

const PAGE_SIZE = 20;
const names = ["etat"] as const;

const page = definePage({
  query: graphql(`
    query ProblemReportsScreen($states: [ProblemState!], $first: Int!, $after: String) {
      viewer {
        ...ViewerRights
      }
      problemReports(states: $states, first: $first, after: $after) {
        totalCount
        pageInfo {
          hasNextPage
          endCursor
        }
        nodes {
          id
          kind
          text
          path
          contact
          reportedAt
          state
          answer
          answeredAt
          version
          reporter {
            id
            displayName
          }
          answeredBy {
            id
            displayName
          }
        }
      }
    }
  `),
  variables: ({ search }) => {
    const state = oneOf(labels.ProblemState, filtersFrom(search, names).etat);
    return { states: state ? [state] : null, first: PAGE_SIZE, after: afterOf(search) };
  },
  subject: "problemReports",
  fresh: true,
  head: () => ({ title: t`Problèmes signalés`, noindex: true }),
});

export const loader = page.loader;
export const clientLoader = page.clientLoader;
export const meta = page.meta;

type Report = NonNullable<ProblemReportsScreenQuery["problemReports"]>["nodes"][number];

export default function ProblemReports() {
  const { data, place } = page.useData();
  const { problemReports: reports, viewer = null } = data;
  if (!reports) return null;
  const answers = can(viewer, "answerProblems");
  return (
    <Screen
      title={t`Problèmes signalés`}
      lead={
        <p>
          {answers
            ? t`Ce que lectrices et lecteurs ont trouvé à redire, page par page. Une réponse clôt le signalement.`
            : t`Ce que vous avez signalé, et la réponse reçue.`}
        </p>
      }
    >
      <States current={filtersFrom(place.search, names).etat} />
      <h2 className="fr-h4" aria-live="polite">
        {plural(reports.totalCount, { one: "# signalement", other: "# signalements" })}
      </h2>
      {reports.nodes.length === 0 ? (
        <Empty action={<Link to="/signaler">{t`Signaler un problème`}</Link>}>{t`Aucun signalement ici.`}</Empty>
      ) : (
        <ul className="items">
          {reports.nodes.map((report) => (
            <ReportItem key={report.id} report={report} answers={answers} />
          ))}
        </ul>
      )}
      <Pager pageInfo={reports.pageInfo} totalCount={reports.totalCount} pageSize={PAGE_SIZE} of={t`signalements`} />
    </Screen>
  );
}

const States = ({ current }: { current: string | undefined }) => (
  <nav className="orders" aria-label={t`Choisir par état`}>
    <ul>
      {[undefined, "OPEN" as const, "ANSWERED" as const].map((state) => (
        <li key={state ?? "tous"}>
          <Link
            to={addressOf("/espace/signalements", { etat: state })}
            aria-current={state === current ? "true" : undefined}
          >
            {state ? labelOf("ProblemState", state) : t`Tous`}
          </Link>
        </li>
      ))}
    </ul>
  </nav>
);

const ReportItem = ({ report, answers }: { report: Report; answers: boolean }) => (
  <li className="item">
    <p className="item__facts">
      <StateBadge of="ProblemState" value={report.state} />
      <span>{labelOf("ProblemKind", report.kind)}</span>
      <span>
        <Time at={report.reportedAt} as="instant" />
      </span>
      {report.path && (
        <span>
          <Link to={report.path}>{report.path}</Link>
        </span>
      )}
      {answers && <span>{report.reporter?.displayName ?? t`un visiteur ou une visiteuse`}</span>}
      {report.contact && (
        <span>
          <Trans>Répondre à : {report.contact}</Trans>
        </span>
      )}
    </p>
    <Prose text={report.text} />
    {report.answer ? (
      <blockquote>
        <p>{report.answer}</p>
        <p className="fr-hint-text">
          {report.answeredBy?.displayName ?? t`Le programme`}
          {report.answeredAt && (
            <Trans>
              , le <Time at={report.answeredAt} as="instant" />
            </Trans>
          )}
        </p>
      </blockquote>
    ) : (
      answers && <AnswerForm report={report} />
    )}
  </li>
);
