import { graphql } from "../../gen/gql.ts";

/** A subscribed program: every command answers with it. */
export const WEBHOOK_DESK = graphql(`
  fragment WebhookDesk on Webhook {
    id
    url
    description
    events
    kinds
    themes {
      id
    }
    academies {
      code
    }
    disciplines {
      code
    }
    state
    suspendedFor
    secret
    publicKey
    previousKeysUntil
    acceptedAt
    failingSince
    waiting
    version
  }
`);

export const REGISTER_WEBHOOK = graphql(`
  mutation RegisterWebhook($input: RegisterWebhookInput!) {
    registerWebhook(input: $input) {
      webhook {
        ...WebhookDesk
      }
      errors {
        ...RefusalFields
      }
    }
  }
`);

export const REVISE_WEBHOOK = graphql(`
  mutation ReviseWebhook($input: ReviseWebhookInput!) {
    reviseWebhook(input: $input) {
      webhook {
        ...WebhookDesk
      }
      errors {
        ...RefusalFields
      }
    }
  }
`);

export const SET_WEBHOOK_ACTIVE = graphql(`
  mutation SetWebhookActive($input: SetWebhookActiveInput!) {
    setWebhookActive(input: $input) {
      webhook {
        ...WebhookDesk
      }
      errors {
        ...RefusalFields
      }
    }
  }
`);

export const ROTATE_WEBHOOK_KEYS = graphql(`
  mutation RotateWebhookKeys($input: RotateWebhookKeysInput!) {
    rotateWebhookKeys(input: $input) {
      webhook {
        ...WebhookDesk
      }
      errors {
        ...RefusalFields
      }
    }
  }
`);

export const TEST_WEBHOOK = graphql(`
  mutation TestWebhook($input: TestWebhookInput!) {
    testWebhook(input: $input) {
      webhook {
        ...WebhookDesk
      }
      errors {
        ...RefusalFields
      }
    }
  }
`);

export const REDELIVER_WEBHOOK = graphql(`
  mutation RedeliverWebhook($input: RedeliverWebhookInput!) {
    redeliverWebhook(input: $input) {
      webhook {
        ...WebhookDesk
      }
      errors {
        ...RefusalFields
      }
    }
  }
`);

export const REPLAY_WEBHOOK = graphql(`
  mutation ReplayWebhook($input: ReplayWebhookInput!) {
    replayWebhook(input: $input) {
      webhook {
        ...WebhookDesk
      }
      errors {
        ...RefusalFields
      }
    }
  }
`);

export const REMOVE_WEBHOOK = graphql(`
  mutation RemoveWebhook($input: RemoveWebhookInput!) {
    removeWebhook(input: $input) {
      webhook {
        id
      }
      errors {
        ...RefusalFields
      }
    }
  }
`);

export const WEBHOOK_CHOICES = graphql(`
  fragment WebhookChoices on Query {
    academies(all: true) {
      code
      name
    }
    disciplines {
      code
      label
    }
  }
`);
