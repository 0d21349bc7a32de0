import { graphql } from "../../gen/gql.ts";

/** A synthesis as it is written: every command answers with it. */
export const SYNTHESIS_DESK = graphql(`
  fragment SynthesisDesk on Synthesis {
    id
    kind
    state
    title
    version
    url
    documentUrl
    signedAt
    distributedAt
    sections {
      code
      title
      text
      prefilled
    }
    foreword {
      text
      at
      author {
        id
        displayName
      }
    }
    signatures {
      at
      person {
        id
        displayName
      }
    }
    awaited {
      id
      displayName
    }
    missing {
      code
      message
      requirement
    }
    copies {
      id
      recipient
      name
      state
      answer
      sentAt
      readAt
      receivedAt
      receipt
      person {
        id
        displayName
      }
    }
  }
`);

export const EDIT_SYNTHESIS = graphql(`
  mutation EditSynthesis($input: EditSynthesisInput!) {
    editSynthesis(input: $input) {
      synthesis {
        ...SynthesisDesk
      }
      errors {
        ...RefusalFields
      }
    }
  }
`);

export const SYNTHESIS_AGAIN = graphql(`
  query SynthesisAgain($id: ID!) {
    synthesis(id: $id) {
      ...SynthesisDesk
    }
  }
`);

export const SIGN_SYNTHESIS = graphql(`
  mutation SignSynthesis($input: SignSynthesisInput!) {
    signSynthesis(input: $input) {
      synthesis {
        ...SynthesisDesk
      }
      errors {
        ...RefusalFields
      }
    }
  }
`);

export const WRITE_FOREWORD = graphql(`
  mutation WriteForeword($input: WriteForewordInput!) {
    writeForeword(input: $input) {
      synthesis {
        ...SynthesisDesk
      }
      errors {
        ...RefusalFields
      }
    }
  }
`);

export const DISTRIBUTE_SYNTHESIS = graphql(`
  mutation DistributeSynthesis($input: DistributeSynthesisInput!) {
    distributeSynthesis(input: $input) {
      synthesis {
        ...SynthesisDesk
      }
      errors {
        ...RefusalFields
      }
    }
  }
`);

export const SET_INSTITUTION = graphql(`
  mutation SetInstitution($input: SetInstitutionInput!) {
    setInstitution(input: $input) {
      institution {
        code
        email
      }
      errors {
        ...RefusalFields
      }
    }
  }
`);
