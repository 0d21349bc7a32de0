import { graphql } from "../../gen/gql.ts";

/** A review as its author fills it in. */
export const REVIEW_SHEET = graphql(`
  fragment ReviewSheet on Review {
    id
    version
    state
    comment
    mark
    reason
    marks {
      code
      value
    }
    application {
      id
      theme {
        id
        campaign {
          id
          settings {
            grid {
              code
              label
              weight
              max
            }
          }
        }
      }
    }
  }
`);

export const SAVE_REVIEW = graphql(`
  mutation SaveReview($input: SaveReviewInput!) {
    saveReview(input: $input) {
      review {
        ...ReviewSheet
      }
      next {
        id
      }
      errors {
        ...RefusalFields
      }
    }
  }
`);

export const ABSTAIN_FROM_REVIEW = graphql(`
  mutation AbstainFromReview($input: AbstainFromReviewInput!) {
    abstainFromReview(input: $input) {
      review {
        ...ReviewSheet
      }
      next {
        id
      }
      errors {
        ...RefusalFields
      }
    }
  }
`);

export const DECLARE_CONFLICT = graphql(`
  mutation DeclareConflict($input: DeclareConflictInput!) {
    declareConflict(input: $input) {
      review {
        id
        version
        state
      }
      next {
        id
      }
      errors {
        ...RefusalFields
      }
    }
  }
`);
