import { graphql } from "../../gen/gql.ts";

/** A theme as its workspace shows it and as the commands on it give it back. */
export const THEME_BOARD = graphql(`
  fragment ThemeBoard on Theme {
    id
    version
    title
    questions
    axes
    kind
    state
    durationYears
    borrowedFrom
    retainedCount
    submittedCount
    launchedAt
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
      schoolYears {
        rank
        startsOn
        endsOn
      }
    }
    agreement {
      at
      note
      by {
        id
        displayName
      }
    }
    workPlan {
      milestones {
        title
        dueOn
      }
    }
    leadAcademy {
      code
      label
    }
    leadAcademyReason
    launchGaps {
      code
      message
      field
      requirement
    }
  }
`);

export const AGREE_TO_THEME = graphql(`
  mutation AgreeToTheme($input: AgreeToThemeInput!) {
    agreeToTheme(input: $input) {
      theme {
        ...ThemeBoard
      }
      errors {
        ...RefusalFields
      }
    }
  }
`);

export const SET_WORK_PLAN = graphql(`
  mutation SetWorkPlan($input: SetWorkPlanInput!) {
    setWorkPlan(input: $input) {
      theme {
        ...ThemeBoard
      }
      errors {
        ...RefusalFields
      }
    }
  }
`);

export const NAME_LEAD_ACADEMY = graphql(`
  mutation NameLeadAcademy($input: NameLeadAcademyInput!) {
    nameLeadAcademy(input: $input) {
      theme {
        ...ThemeBoard
      }
      errors {
        ...RefusalFields
      }
    }
  }
`);

export const LAUNCH_THEME = graphql(`
  mutation LaunchTheme($input: LaunchThemeInput!) {
    launchTheme(input: $input) {
      theme {
        ...ThemeBoard
      }
      errors {
        ...RefusalFields
      }
    }
  }
`);
