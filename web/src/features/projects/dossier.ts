import { graphql } from "../../gen/gql.ts";

/** What accompanies an application: signatures, corrections, decisions, opinions, messages. */
export const DOSSIER_FOLLOW_UP = graphql(`
  fragment DossierFollowUp on Application {
    id
    signatures {
      role
      at
      by {
        id
        displayName
      }
    }
    correction {
      reason
      dueAt
    }
    inadmissibility {
      reason
    }
    pendingDecision {
      outcome
      reason
      letter
      at
      by {
        id
        displayName
      }
    }
    others {
      id
      title
      state
    }
    clonedFrom {
      id
      title
    }
    reviewSummary {
      count
      mean
      median
      spread
    }
    reviews {
      id
      state
      mark
      comment
      conflict
      reason
      reviewer {
        id
        displayName
      }
    }
    myReview {
      id
      state
    }
    receiptUrl
    audiences
    messages {
      id
      text
      audience
      at
      author {
        id
        displayName
      }
    }
  }
`);

export const SIGN_APPLICATION = graphql(`
  mutation SignApplication($input: SignApplicationInput!) {
    signApplication(input: $input) {
      application {
        ...ApplicationDossier
      }
      errors {
        ...RefusalFields
      }
    }
  }
`);

export const HAND_OVER_APPLICATION = graphql(`
  mutation HandOverApplication($input: HandOverApplicationInput!) {
    handOverApplication(input: $input) {
      application {
        ...ApplicationDossier
      }
      errors {
        ...RefusalFields
      }
    }
  }
`);

export const RETURN_APPLICATION = graphql(`
  mutation ReturnApplication($input: ReturnApplicationInput!) {
    returnApplication(input: $input) {
      application {
        ...ApplicationDossier
      }
      errors {
        ...RefusalFields
      }
    }
  }
`);

export const ADMIT_APPLICATION = graphql(`
  mutation AdmitApplication($input: AdmitApplicationInput!) {
    admitApplication(input: $input) {
      application {
        ...ApplicationDossier
      }
      errors {
        ...RefusalFields
      }
    }
  }
`);

export const DECLARE_INADMISSIBLE = graphql(`
  mutation DeclareInadmissible($input: DeclareInadmissibleInput!) {
    declareInadmissible(input: $input) {
      application {
        ...ApplicationDossier
      }
      errors {
        ...RefusalFields
      }
    }
  }
`);

export const DROP_DECISION = graphql(`
  mutation DropDecision($input: DropDecisionInput!) {
    dropDecision(input: $input) {
      application {
        ...ApplicationDossier
      }
      errors {
        ...RefusalFields
      }
    }
  }
`);

export const EDIT_LETTER = graphql(`
  mutation EditLetter($input: EditLetterInput!) {
    editLetter(input: $input) {
      application {
        ...ApplicationDossier
      }
      errors {
        ...RefusalFields
      }
    }
  }
`);

export const REVERSE_DECISION = graphql(`
  mutation ReverseDecision($input: ReverseDecisionInput!) {
    reverseDecision(input: $input) {
      application {
        ...ApplicationDossier
      }
      errors {
        ...RefusalFields
      }
    }
  }
`);

export const POST_MESSAGE = graphql(`
  mutation PostMessage($input: PostMessageInput!) {
    postMessage(input: $input) {
      application {
        ...DossierFollowUp
      }
      errors {
        ...RefusalFields
      }
    }
  }
`);
