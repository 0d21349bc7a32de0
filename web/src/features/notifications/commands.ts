import { graphql } from "../../gen/gql.ts";

export const MARK_READ = graphql(`
  mutation MarkNotificationsRead($input: MarkNotificationsReadInput!) {
    markNotificationsRead(input: $input) {
      viewer {
        id
        unreadNotifications
      }
      errors {
        ...RefusalFields
      }
    }
  }
`);

export const SET_PREFERENCES = graphql(`
  mutation SetNotificationPreferences($input: SetNotificationPreferencesInput!) {
    setNotificationPreferences(input: $input) {
      viewer {
        id
        digestHour
        notificationPreferences {
          kind
          label
          delivery
          byDefault
        }
      }
      errors {
        ...RefusalFields
      }
    }
  }
`);

export const DECIDE_MAIL = graphql(`
  mutation DecideMail($input: DecideMailInput!) {
    decideMail(input: $input) {
      mail {
        id
        state
      }
      errors {
        ...RefusalFields
      }
    }
  }
`);
