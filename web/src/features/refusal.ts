import { graphql } from "../gen/gql.ts";

/** What every payload says of a refused command: `errors { ...RefusalFields }`. */
export const REFUSAL = graphql(`
  fragment RefusalFields on Refusal {
    kind
    code
    message
    field
    requirement
  }
`);
