import { graphql } from "../../gen/gql.ts";

/** An application as its screen shows it and as every command gives it back. */
export const APPLICATION_DOSSIER = graphql(`
  fragment ApplicationDossier on Application {
    id
    version
    state
    title
    problem
    objectives
    levels
    tools
    sharing
    durationYears
    meetingCommitment
    submittedAt
    submittedBy {
      id
      displayName
    }
    theme {
      id
      title
      durationYears
      disciplines {
        code
        label
      }
      campaign {
        id
        label
        call {
          state
          closesAt
        }
      }
    }
    academy {
      code
      label
      departements
      successor {
        code
      }
      predecessors {
        code
      }
    }
    referent {
      id
      displayName
    }
    pilot {
      id
      displayName
    }
    cardie {
      id
      displayName
    }
    members {
      personId
      degree
      track
      disciplineCode
      implementsInClass
      departement
      person {
        id
        displayName
      }
    }
    missing {
      code
      message
      field
      requirement
    }
    compositionCheck {
      ...CompositionState
    }
    ...DossierFollowUp
    decision {
      outcome
      reason
      letter
      at
      by {
        id
        displayName
      }
    }
    project {
      id
      title
      state
      group {
        id
      }
    }
    history {
      label
      at
      reason
      by {
        id
        displayName
      }
    }
  }
`);

export const DRAFT_APPLICATION = graphql(`
  mutation DraftApplication($input: DraftApplicationInput!) {
    draftApplication(input: $input) {
      application {
        id
      }
      errors {
        ...RefusalFields
      }
    }
  }
`);

export const REVISE_APPLICATION = graphql(`
  mutation ReviseApplication($input: ReviseApplicationInput!) {
    reviseApplication(input: $input) {
      application {
        ...ApplicationDossier
      }
      errors {
        ...RefusalFields
      }
    }
  }
`);

export const SUBMIT_APPLICATION = graphql(`
  mutation SubmitApplication($input: SubmitApplicationInput!) {
    submitApplication(input: $input) {
      application {
        ...ApplicationDossier
      }
      errors {
        ...RefusalFields
      }
    }
  }
`);

export const WITHDRAW_APPLICATION = graphql(`
  mutation WithdrawApplication($input: WithdrawApplicationInput!) {
    withdrawApplication(input: $input) {
      application {
        ...ApplicationDossier
      }
      errors {
        ...RefusalFields
      }
    }
  }
`);

export const DECIDE_APPLICATION = graphql(`
  mutation DecideApplication($input: DecideApplicationInput!) {
    decideApplication(input: $input) {
      application {
        ...ApplicationDossier
      }
      errors {
        ...RefusalFields
      }
    }
  }
`);
