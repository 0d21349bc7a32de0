import { graphql } from "../../gen/gql.ts";

/** What the screen of an academic group shows and its commands change. */
export const ACADEMIC_GROUP_SEATS = graphql(`
  fragment AcademicGroupSeats on AcademicGroup {
    id
    version
    seats {
      ...SeatItem
    }
    pilot {
      id
      displayName
      email
    }
    referent {
      id
      displayName
      email
    }
    compositionCheck {
      ...CompositionState
    }
    dasenAgreements {
      departement
      granted
      at
      note
      by {
        id
        displayName
      }
    }
  }
`);
