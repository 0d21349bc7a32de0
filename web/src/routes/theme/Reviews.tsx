import { t } from "@lingui/core/macro";
import { graphql } from "../../gen/gql.ts";
import type { ThemeReviewsFragment } from "../../gen/graphql.ts";
import { inFrench } from "../../language.ts";
import { French } from "../../ui/French.tsx";
import { labelOr } from "../../ui/labels.ts";
import { Prose } from "../../ui/Prose.tsx";
import { Section } from "../../ui/Section.tsx";
import { Signature } from "../../ui/Signature.tsx";
import { Part } from "../../ui/Unavailable.tsx";

export const THEME_REVIEWS = graphql(`
  fragment ThemeReviews on Theme {
    priorWorkReview {
      id
      text
      recordedAt
      sources {
        title
        url
        kind
        otherKind
      }
      author {
        id
        displayName
      }
    }
    literatureReview {
      id
      text
      recordedAt
      references
      author {
        id
        displayName
      }
    }
  }
`);

interface ReviewsProps {
  theme: ThemeReviewsFragment;
  failed: (field: string) => boolean;
}

export const Reviews = ({ theme, failed }: ReviewsProps) => (
  <>
    <Section title={t`Revue de l’existant`}>
      <Part value={theme.priorWorkReview} failed={failed("priorWorkReview")} empty={<NotYet />}>
        {(review) => (
          <>
            <Signature author={review.author} at={review.recordedAt} />
            <Prose text={review.text} />
            {review.sources.length > 0 && (
              <ul>
                {review.sources.map(({ title, url, kind, otherKind }) => (
                  <li key={`${title} ${url ?? ""}`}>
                    {url ? (
                      <a href={url} rel="noreferrer" lang={inFrench}>
                        {title}
                      </a>
                    ) : (
                      <French>{title}</French>
                    )}{" "}
                    <span className="fr-hint-text">{labelOr("PriorWorkSourceKind", kind, otherKind)}</span>
                  </li>
                ))}
              </ul>
            )}
          </>
        )}
      </Part>
    </Section>
    <Section title={t`Revue de la littérature`}>
      <Part value={theme.literatureReview} failed={failed("literatureReview")} empty={<NotYet />}>
        {(review) => (
          <>
            <Signature author={review.author} at={review.recordedAt} />
            <Prose text={review.text} />
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
    </Section>
  </>
);

const NotYet = () => (
  <p>{t`Elle n’est pas encore consignée : les experts la communiquent avant le lancement du thème.`}</p>
);
