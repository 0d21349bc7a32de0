import { graphql } from "../../gen/gql.ts";

/** The meeting as its group sees it: every command answers with it. */
export const MEETING_DESK = graphql(`
  fragment MeetingDesk on Meeting {
    id
    level
    mode
    title
    purpose
    state
    version
    startsAt
    endsAt
    timeZone
    place
    atMinistry
    videoUrl
    calendarUrl
    convenedAt
    cancelReason
    presentCount
    theme {
      id
      title
    }
    project {
      id
      title
      group {
        id
        pilot {
          id
          displayName
        }
      }
    }
    academy {
      code
      name
      successor {
        code
      }
      predecessors {
        code
      }
    }
    convenedBy {
      id
      displayName
    }
    agenda {
      title
      minutes
      speaker
    }
    attendance {
      answer
      status
      person {
        id
        displayName
        position
      }
      replacedBy {
        id
        displayName
      }
    }
    minutes {
      text
      modalities
      decisions
      approvedAt
      writtenBy {
        id
        displayName
      }
      approvedBy {
        id
        displayName
      }
    }
    progress {
      academy {
        code
        name
      }
      project {
        id
        title
      }
      report {
        id
        text
        links
        at
      }
    }
    synthesis {
      text
      url
      onlineAt
    }
    gaps {
      code
      message
      field
      requirement
    }
  }
`);
