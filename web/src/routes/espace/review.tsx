import { t } from "@lingui/core/macro";
import { useNavigate } from "react-router";
import { definePage } from "../../apollo/page.ts";
import { ApplicationRead } from "../../features/projects/ApplicationRead.tsx";
import { ReviewForm } from "../../features/projects/ReviewForm.tsx";
import { graphql } from "../../gen/gql.ts";
import { Empty } from "../../ui/Empty.tsx";
import { capital } from "../../ui/plural.ts";
import { Section } from "../../ui/Section.tsx";
import { useRefresh } from "../../ui/useRefresh.ts";
import { Screen } from "./parts/Screen.tsx";

const page = definePage({
  query: graphql(`
    query ReviewScreen($id: ID!) {
      review(id: $id) {
        ...ReviewSheet
        application {
          ...ApplicationDossier
        }
      }
      disciplines {
        code
        label
      }
    }
  `),
  variables: ({ params }) => ({ id: params.id ?? "" }),
  subject: "review",
  fresh: true,
  head: ({ review }) => ({ title: review?.application?.title ?? t`Évaluation`, noindex: true }),
});

export const loader = page.loader;
export const clientLoader = page.clientLoader;
export const meta = page.meta;

/** One application and its grid side by side; the next comes by itself. */
export default function Review() {
  const { review, disciplines } = page.useData().data;
  const refresh = useRefresh();
  const navigate = useNavigate();
  if (!review) return null;
  const { application } = review;
  if (!application) {
    return (
      <Screen title={t`Évaluation`}>
        <Empty>{t`Un lien d’intérêt vous sépare de cette candidature : elle ne vous est plus lisible.`}</Empty>
      </Screen>
    );
  }
  const { campaign } = application.theme;
  const list = `/espace/evaluations?campagne=${campaign.id}`;
  const goOn = (nextId: string | null) =>
    void navigate(nextId ? `/espace/evaluations/${nextId}?campagne=${campaign.id}` : list);
  return (
    <Screen
      title={application.title}
      path={[[t`Mes évaluations`, list]]}
      lead={
        <p>
          {application.academy ? capital(application.academy.label) : ""} · {application.theme.title}
        </p>
      }
    >
      <ApplicationRead application={application} disciplines={disciplines ?? []} />
      <Section title={t`Votre avis`}>
        <ReviewForm key={review.id} review={review} onNext={goOn} onDone={refresh} />
      </Section>
    </Screen>
  );
}
