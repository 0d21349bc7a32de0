import { graphql } from "../../gen/gql.ts";

/** What was decided that somebody would do. */
export const MEETING_ACTION = graphql(`
  fragment ActionLine on MeetingAction {
    id
    text
    dueOn
    state
    overdue
    version
    closedAt
    dropReason
    owner {
      id
      displayName
    }
    meeting {
      id
      title
      startsAt
      timeZone
    }
  }
`);

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
    answersDueAt
    signInSheetUrl
    convocationUrl
    certificateUrl
    checkIn {
      open
      opensAt
      closesAt
      code
    }
    datePoll {
      id
      deadlineAt
      open
      closedAt
      answeredCount
      viewerAsked
      viewerTimeZone
      invited {
        id
      }
      options {
        id
        startsAt
        endsAt
        yes
        ifNeeded
        no
        best
        chosen
        viewerPreference
        votes {
          preference
          person {
            id
            displayName
          }
        }
      }
    }
    superiorsNotices {
      id
      text
      sentAt
      sentBy {
        id
        displayName
      }
      recipients {
        role
        state
        academy {
          code
          name
        }
        person {
          id
          displayName
        }
      }
    }
    presenceChanges {
      before
      after
      reason
      at
      person {
        id
        displayName
      }
      by {
        id
        displayName
      }
    }
    attendance {
      answer
      late
      status
      checkedInAt
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
      writers {
        at
        person {
          id
          displayName
        }
      }
      writtenBy {
        id
        displayName
      }
      approvedBy {
        id
        displayName
      }
    }
    actions {
      ...ActionLine
    }
    carriedActions {
      ...ActionLine
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
