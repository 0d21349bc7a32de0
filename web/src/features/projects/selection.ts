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
          ...RefusalFacts
        }
      }
      errors {
        ...RefusalFacts
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
          ...RefusalFacts
        }
      }
      errors {
        ...RefusalFacts
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
          ...RefusalFacts
        }
      }
      errors {
        ...RefusalFacts
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
        ...RefusalFacts
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
