import { graphql } from "../../gen/gql.ts";

export const REPLAY_PARKED = graphql(`
  mutation ReplayParked(
    $input: ReplayParkedInput!
    $projects: Boolean!
    $people: Boolean!
    $scenarios: Boolean!
    $meetings: Boolean!
    $communications: Boolean!
  ) {
    projects: replayParkedInProjects(input: $input) @include(if: $projects) {
      ...OperationsAnswer
    }
    people: replayParkedInPeople(input: $input) @include(if: $people) {
      ...OperationsAnswer
    }
    scenarios: replayParkedInScenarios(input: $input) @include(if: $scenarios) {
      ...OperationsAnswer
    }
    meetings: replayParkedInMeetings(input: $input) @include(if: $meetings) {
      ...OperationsAnswer
    }
    communications: replayParkedInCommunications(input: $input) @include(if: $communications) {
      ...OperationsAnswer
    }
  }
`);

export const SKIP_PARKED = graphql(`
  mutation SkipParked(
    $input: SkipParkedInput!
    $projects: Boolean!
    $people: Boolean!
    $scenarios: Boolean!
    $meetings: Boolean!
    $communications: Boolean!
  ) {
    projects: skipParkedInProjects(input: $input) @include(if: $projects) {
      ...OperationsAnswer
    }
    people: skipParkedInPeople(input: $input) @include(if: $people) {
      ...OperationsAnswer
    }
    scenarios: skipParkedInScenarios(input: $input) @include(if: $scenarios) {
      ...OperationsAnswer
    }
    meetings: skipParkedInMeetings(input: $input) @include(if: $meetings) {
      ...OperationsAnswer
    }
    communications: skipParkedInCommunications(input: $input) @include(if: $communications) {
      ...OperationsAnswer
    }
  }
`);

export const REPUBLISH = graphql(`
  mutation Republish(
    $input: RepublishInput!
    $projects: Boolean!
    $people: Boolean!
    $scenarios: Boolean!
    $meetings: Boolean!
    $communications: Boolean!
  ) {
    projects: republishFromProjects(input: $input) @include(if: $projects) {
      ...OperationsAnswer
    }
    people: republishFromPeople(input: $input) @include(if: $people) {
      ...OperationsAnswer
    }
    scenarios: republishFromScenarios(input: $input) @include(if: $scenarios) {
      ...OperationsAnswer
    }
    meetings: republishFromMeetings(input: $input) @include(if: $meetings) {
      ...OperationsAnswer
    }
    communications: republishFromCommunications(input: $input) @include(if: $communications) {
      ...OperationsAnswer
    }
  }
`);

export const OPERATIONS_ANSWER = graphql(`
  fragment OperationsAnswer on OperationsPayload {
    count
    operations {
      name
      outboxWaiting
      parkedMessages
    }
    errors {
      ...RefusalFields
    }
  }
`);
