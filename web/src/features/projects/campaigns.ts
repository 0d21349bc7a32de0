import { graphql } from "../../gen/gql.ts";

/** A campaign as its screen shows it and as its commands give it back. */
export const CAMPAIGN_BOARD = graphql(`
  fragment CampaignBoard on Campaign {
    id
    label
    version
    target
    retainedCount
    submittedCount
    specificationUrl
    specificationFile {
      id
      name
      size
      url
    }
    phase
    phases {
      kind
      startsAt
      endsAt
    }
    schoolYears {
      rank
      label
      startsOn
      endsOn
    }
    call {
      state
      opensAt
      closesAt
    }
    themes(first: 100) {
      totalCount
      nodes {
        id
        title
        kind
        state
        durationYears
        retainedCount
        submittedCount
        launchGaps {
          code
        }
      }
    }
  }
`);

export const OPEN_CALL = graphql(`
  mutation OpenCall($input: OpenCallInput!) {
    openCall(input: $input) {
      campaign {
        ...CampaignBoard
      }
      errors {
        ...RefusalFields
      }
    }
  }
`);

export const CLOSE_CALL = graphql(`
  mutation CloseCall($input: CloseCallInput!) {
    closeCall(input: $input) {
      campaign {
        ...CampaignBoard
      }
      errors {
        ...RefusalFields
      }
    }
  }
`);
