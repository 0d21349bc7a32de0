import { graphql } from "../../gen/gql.ts";

/** An instalment with all that its page shows. */
export const INSTALMENT = graphql(`
  fragment InstalmentFile on Instalment {
    id
    version
    schoolYear
    number
    opensOn
    closesOn
    state
    paidOn
    project {
      id
      title
      group {
        id
        seats {
          role
          person {
            id
            displayName
          }
        }
      }
    }
    theme {
      id
      title
    }
    academy {
      code
      label
      successor {
        code
      }
      predecessors {
        code
      }
    }
    lines {
      person {
        id
        displayName
      }
      nature
      otherNature
      measure
      quantity
    }
    attestationUrl
    attestation {
      at
      note
      by {
        id
        displayName
      }
    }
    order {
      at
      reference
      by {
        id
        displayName
      }
    }
    rejection {
      at
      reason
      by {
        id
        displayName
      }
    }
    gaps {
      code
      message
      field
      requirement
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

export const SET_PAY_LINES = graphql(`
  mutation SetPayLines($input: SetPayLinesInput!) {
    setPayLines(input: $input) {
      instalment {
        ...InstalmentFile
      }
      errors {
        ...RefusalFields
      }
    }
  }
`);

export const ATTEST_SERVICE = graphql(`
  mutation AttestService($input: AttestServiceInput!) {
    attestService(input: $input) {
      instalment {
        ...InstalmentFile
      }
      errors {
        ...RefusalFields
      }
    }
  }
`);

export const REJECT_PAYMENT = graphql(`
  mutation RejectPayment($input: RejectPaymentInput!) {
    rejectPayment(input: $input) {
      instalment {
        ...InstalmentFile
      }
      errors {
        ...RefusalFields
      }
    }
  }
`);

/** What a command on several instalments answers: a result for each. */
export const SETTLED = graphql(`
  fragment SettledInstalments on InstalmentsPayload {
    results {
      instalment {
        id
        version
        state
      }
      errors {
        ...RefusalFields
      }
    }
    errors {
      ...RefusalFields
    }
  }
`);

export const ORDER_PAYMENTS = graphql(`
  mutation OrderPayments($input: OrderPaymentsInput!) {
    orderPayments(input: $input) {
      ...SettledInstalments
    }
  }
`);

export const RECORD_PAYMENTS = graphql(`
  mutation RecordPayments($input: RecordPaymentsInput!) {
    recordPayments(input: $input) {
      ...SettledInstalments
    }
  }
`);

export const SET_ENVELOPE = graphql(`
  mutation SetEnvelope($input: SetEnvelopeInput!) {
    setEnvelope(input: $input) {
      envelope {
        id
        version
        granted
        left
      }
      errors {
        ...RefusalFields
      }
    }
  }
`);
