import { graphql } from "../../gen/gql.ts";

export const DECIDE_APPLICATIONS = graphql(`
  mutation DecideApplications($input: DecideApplicationsInput!) {
    decideApplications(input: $input) {
      rows {
        row
        application {
          ...SelectionRow
        }
        errors {
          ...RefusalFields
        }
      }
      errors {
        ...RefusalFields
      }
    }
  }
`);

export const ADMIT_APPLICATIONS = graphql(`
  mutation AdmitApplications($input: AdmitApplicationsInput!) {
    admitApplications(input: $input) {
      rows {
        row
        application {
          ...SelectionRow
        }
        errors {
          ...RefusalFields
        }
      }
      errors {
        ...RefusalFields
      }
    }
  }
`);

export const SIGN_APPLICATIONS = graphql(`
  mutation SignApplications($input: SignApplicationsInput!) {
    signApplications(input: $input) {
      rows {
        row
        application {
          id
          title
          version
        }
        errors {
          ...RefusalFields
        }
      }
      errors {
        ...RefusalFields
      }
    }
  }
`);

export const PUBLISH_DECISIONS = graphql(`
  mutation PublishDecisions($input: PublishDecisionsInput!) {
    publishDecisions(input: $input) {
      campaign {
        ...CampaignBoard
      }
      errors {
        ...RefusalFields
      }
    }
  }
`);

/** A candidate on the board. */
export const SELECTION_ROW = graphql(`
  fragment SelectionRow on Application {
    id
    version
    title
    state
    academy {
      code
      label
    }
    theme {
      id
      title
    }
    pendingDecision {
      outcome
    }
    reviewSummary {
      count
      mean
      median
      spread
    }
  }
`);
