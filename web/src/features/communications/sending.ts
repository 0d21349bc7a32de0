import { graphql } from "../../gen/gql.ts";

/** How far an edition has come on its way to its readers. */
export const EDITION_SENDING = graphql(`
  fragment EditionSendingState on Edition {
    id
    version
    state
    scheduledAt
    sending {
      startedAt
      whole
      queued
      sent
      waiting
      failed
      uncertain
    }
  }
`);

export const SEND_EDITION = graphql(`
  mutation SendEdition($input: SendEditionInput!) {
    sendEdition(input: $input) {
      edition {
        ...EditionSendingState
      }
      errors {
        ...RefusalFields
      }
    }
  }
`);

export const SEND_EDITION_TEST = graphql(`
  mutation SendEditionTest($input: SendEditionTestInput!) {
    sendEditionTest(input: $input) {
      edition {
        id
      }
      errors {
        ...RefusalFields
      }
    }
  }
`);

export const SCHEDULE_EDITION = graphql(`
  mutation ScheduleEdition($input: ScheduleEditionInput!) {
    scheduleEdition(input: $input) {
      edition {
        ...EditionDesk
        ...EditionSendingState
      }
      errors {
        ...RefusalFields
      }
    }
  }
`);

export const DECIDE_EDITION_MAILS = graphql(`
  mutation DecideEditionMails($input: DecideEditionMailsInput!) {
    decideEditionMails(input: $input) {
      edition {
        ...EditionSendingState
      }
      errors {
        ...RefusalFields
      }
    }
  }
`);

export const IMPORT_DIRECTORY = graphql(`
  mutation ImportLetterDirectory($input: ImportLetterDirectoryInput!) {
    importLetterDirectory(input: $input) {
      import {
        applied
        lines {
          line
          email
          outcome
          reason
        }
      }
      errors {
        ...RefusalFields
      }
    }
  }
`);

export const UNSUBSCRIBE_READER = graphql(`
  mutation UnsubscribeLetterReader($input: UnsubscribeLetterReaderInput!) {
    unsubscribeLetterReader(input: $input) {
      reader {
        id
        state
        endedAt
      }
      errors {
        ...RefusalFields
      }
    }
  }
`);
