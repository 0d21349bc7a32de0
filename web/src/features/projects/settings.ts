import { graphql } from "../../gen/gql.ts";

/** What the programme office sets for a campaign. */
export const CAMPAIGN_SETUP = graphql(`
  fragment CampaignSetup on Campaign {
    ...CampaignBoard
    specificationHistory {
      label
      at
      by {
        id
        displayName
      }
    }
    settings {
      perTheme
      perAcademy
      reviewersPerApplication
      draftReminderDays
      correctionDays
      renewal
      grid {
        code
        label
        weight
        max
      }
      payWindows {
        number
        from
        to
      }
    }
    reviewers {
      assigned
      submitted
      person {
        id
        displayName
      }
      theme {
        id
        title
      }
    }
  }
`);

export const REVISE_CAMPAIGN = graphql(`
  mutation ReviseCampaign($input: ReviseCampaignInput!) {
    reviseCampaign(input: $input) {
      campaign {
        ...CampaignSetup
      }
      errors {
        ...RefusalFields
      }
    }
  }
`);

export const DATE_PHASES = graphql(`
  mutation DatePhases($input: DatePhasesInput!) {
    datePhases(input: $input) {
      campaign {
        ...CampaignSetup
      }
      errors {
        ...RefusalFields
      }
    }
  }
`);

export const MOVE_DATES = graphql(`
  mutation MoveDates($input: MoveDatesInput!) {
    moveDates(input: $input) {
      campaign {
        ...CampaignSetup
      }
      errors {
        ...RefusalFields
      }
    }
  }
`);

export const REPEAT_CAMPAIGN = graphql(`
  mutation RepeatCampaign($input: RepeatCampaignInput!) {
    repeatCampaign(input: $input) {
      campaign {
        id
      }
      errors {
        ...RefusalFields
      }
    }
  }
`);

export const NAME_REVIEWERS = graphql(`
  mutation NameReviewers($input: NameReviewersInput!) {
    nameReviewers(input: $input) {
      campaign {
        ...CampaignSetup
      }
      errors {
        ...RefusalFields
      }
    }
  }
`);

export const REMOVE_REVIEWER = graphql(`
  mutation RemoveReviewer($input: RemoveReviewerInput!) {
    removeReviewer(input: $input) {
      campaign {
        ...CampaignSetup
      }
      errors {
        ...RefusalFields
      }
    }
  }
`);

export const BALANCE_REVIEWS = graphql(`
  mutation BalanceReviews($input: BalanceReviewsInput!) {
    balanceReviews(input: $input) {
      campaign {
        ...CampaignSetup
      }
      errors {
        ...RefusalFields
      }
    }
  }
`);

export const ASSIGN_FROM_CSV = graphql(`
  mutation AssignReviewersFromCsv($input: AssignReviewersFromCsvInput!) {
    assignReviewersFromCsv(input: $input) {
      rows {
        row
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
