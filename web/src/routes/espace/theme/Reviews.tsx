import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { can, type Held } from "../../../features/people/rights.ts";
import { WhoCanAct } from "../../../features/people/Who.tsx";
import { graphql } from "../../../gen/gql.ts";
import type { ThemeReviewFormsFragment } from "../../../gen/graphql.ts";
import { inFrench } from "../../../language.ts";
import { French } from "../../../ui/French.tsx";
import { labelOr } from "../../../ui/labels.ts";
import { Prose } from "../../../ui/Prose.tsx";
import { Reveal } from "../../../ui/Reveal.tsx";
import { Section } from "../../../ui/Section.tsx";
import { Signature } from "../../../ui/Signature.tsx";
import { Part } from "../../../ui/Unavailable.tsx";
import { useRefresh } from "../../../ui/useRefresh.ts";
import { LiteratureForm } from "./LiteratureForm.tsx";
import { PriorWorkForm } from "./PriorWorkForm.tsx";

export const THEME_REVIEW_FORMS = graphql(`
  fragment ThemeReviewForms on Theme {
    id
    priorWorkReview {
      ...PriorWorkFacts
    }
    literatureReview {
      ...LiteratureFacts
    }
  }
`);

interface ReviewsProps {
  theme: ThemeReviewFormsFragment;
  viewer: Held | null;
  failed: (field: string) => boolean;
}

/** Both by the experts, both before the launch (R50 to R54). */
export function Reviews({ theme, viewer, failed }: ReviewsProps) {
  const refresh = useRefresh();
  const mine = can(viewer, "recordReviews", { themeId: theme.id });
  const { priorWorkReview, literatureReview } = theme;
  return (
    <>
      <Section title={t`Revue de l’existant`}>
        <Part value={priorWorkReview} failed={failed("priorWorkReview")} empty={<NotYet mine={mine} />}>
          {(review) => (
            <>
              <Signature author={review.author} at={review.recordedAt} />
              <Folded text={review.text} />
              <ul>
                {review.sources.map(({ title, url, kind, otherKind }) => (
                  <li key={title}>
                    <French>{url ? <a href={url}>{title}</a> : title}</French>{" "}
                    <span className="fr-hint-text">{labelOr("PriorWorkSourceKind", kind, otherKind)}</span>
                  </li>
                ))}
              </ul>
            </>
          )}
        </Part>
        {mine && (
          <Reveal label={priorWorkReview ? t`Modifier la revue de l’existant` : t`Consigner la revue de l’existant`}>
            {(close) => <PriorWorkForm themeId={theme.id} review={priorWorkReview} close={close} onDone={refresh} />}
          </Reveal>
        )}
      </Section>
      <Section title={t`Revue de la littérature`}>
        <Part value={literatureReview} failed={failed("literatureReview")} empty={<NotYet mine={mine} />}>
          {(review) => (
            <>
              <Signature author={review.author} at={review.recordedAt} />
              <Folded text={review.text} />
              <ul>
                {review.references.map((reference) => (
                  <li key={reference} lang={inFrench}>
                    {reference}
                  </li>
                ))}
              </ul>
            </>
          )}
        </Part>
        {mine && (
          <Reveal
            label={literatureReview ? t`Modifier la revue de la littérature` : t`Consigner la revue de la littérature`}
          >
            {(close) => <LiteratureForm themeId={theme.id} review={literatureReview} close={close} onDone={refresh} />}
          </Reveal>
        )}
      </Section>
    </>
  );
}

const NotYet = ({ mine }: { mine: boolean }) => (
  <p>
    {mine ? (
      t`Elle n’est pas encore consignée, et le lancement l’attend.`
    ) : (
      <Trans>
        Elle n’est pas encore consignée, et le lancement l’attend. Elle revient à : <WhoCanAct roles={["EXPERT"]} />.
      </Trans>
    )}
  </p>
);

const Folded = ({ text }: { text: string }) => (
  <details className="fr-mb-2w">
    <summary>{t`Lire le texte`}</summary>
    <Prose text={text} />
  </details>
);
