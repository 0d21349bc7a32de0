import { graphql } from "../../gen/gql.ts";
import type { PostedMessageFragment, PublicationLogFragment } from "../../gen/graphql.ts";

export const POSTED_MESSAGE = graphql(`
  fragment PostedMessage on SocialPost {
    id
    text
    state
    wish
    visibility
    scheduledAt
    postedAt
    url
    answer
    outdated
    channel {
      id
      network
      handle
    }
  }
`);

export const POST_TO_CHANNEL = graphql(`
  mutation PostToChannel($input: PostToChannelInput!) {
    postToChannel(input: $input) {
      publication {
        ...PublicationLog
      }
      errors {
        ...RefusalFields
      }
    }
  }
`);

export const CHANGE_POST = graphql(`
  mutation ChangePost($input: ChangePostInput!) {
    changePost(input: $input) {
      publication {
        ...PublicationLog
      }
      errors {
        ...RefusalFields
      }
    }
  }
`);

type Post = Pick<PostedMessageFragment, "state" | "url" | "answer">;
type PublicationState = PublicationLogFragment["state"];

const GONE: readonly Post["state"][] = ["CANCELLED", "DELETED"];

/** On its way, and soon there: what waits for another attempt, or for its instant, is not. */
export const isLeaving = ({ state, answer }: Post): boolean =>
  state === "SENDING" || (state === "QUEUED" && answer === null);

/** The account has or will have this message: a second one would say the same twice. */
export const stands = ({ state, url }: Post): boolean => !GONE.includes(state) && (state !== "FAILED" || url !== null);

/** What an editor may do with a message, as the service has it. */
export function changesOf({ state, url }: Post, of: PublicationState) {
  const alive = of === "PUBLISHED";
  return {
    edit: alive && (state === "POSTED" || state === "SCHEDULED" || state === "FAILED" || (state === "QUEUED" && !!url)),
    retry: alive && state === "FAILED",
    remove: state !== "SENDING" && !GONE.includes(state),
  };
}

interface Account {
  id: string;
  canPost: boolean;
}

/** The accounts on which this publication may still be posted. */
export const accountsFor = <Known extends Account>(
  channels: readonly Known[],
  posts: readonly (Post & { channel: { id: string } })[],
): Known[] =>
  channels.filter(({ id, canPost }) => canPost && !posts.some((post) => post.channel.id === id && stands(post)));
