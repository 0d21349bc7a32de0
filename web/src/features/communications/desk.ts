import { graphql } from "../../gen/gql.ts";

/** An edition as it is composed: every command answers with it. */
export const EDITION_DESK = graphql(`
  fragment EditionDesk on Edition {
    id
    number
    title
    editorial
    state
    url
    version
    publishedAt
    newsletter {
      id
      slug
      title
      kind
    }
    items {
      id
      excluded
      withdrawn
      alreadyIn {
        id
        title
      }
      piece {
        kind
        title
        text
        url
        on
        imageUrl
        alt
      }
      publication {
        id
        kind
        title
        summary
        url
        attribution
        licence
        publishedAt
        academies {
          code
          name
        }
        theme {
          id
          title
        }
      }
    }
  }
`);
