import { useApolloClient } from "@apollo/client/react";
import { graphql } from "../../gen/gql.ts";
import type { ApplicationDossierFragment } from "../../gen/graphql.ts";
import type { Stored } from "../../ui/draft.ts";
import { useSend } from "../../ui/send.ts";
import { useDraft } from "../../ui/useDraft.ts";
import { REVISE_APPLICATION } from "./applications.ts";
import { type Draft, draftOf, inputOf } from "./revision.ts";

const APPLICATION_AGAIN = graphql(`
  query ApplicationAgain($id: ID!) {
    application(id: $id) {
      ...ApplicationDossier
    }
  }
`);

const storedOf = (application: ApplicationDossierFragment): Stored<Draft> => ({
  version: application.version,
  fields: draftOf(application),
});

/** The application as it is being written. */
export function useRevision(application: ApplicationDossierFragment) {
  const client = useApolloClient();
  const send = useSend(REVISE_APPLICATION, (data) => data.reviseApplication);
  return useDraft<Draft>({
    key: `application:${application.id}`,
    stored: storedOf(application),
    send: (patch, expectedVersion) =>
      send({ input: { ...inputOf(patch), applicationId: application.id, expectedVersion } }),
    reread: async () => {
      const variables = { id: application.id };
      const { data } = await client.query({ query: APPLICATION_AGAIN, variables, fetchPolicy: "network-only" });
      return data?.application ? storedOf(data.application) : null;
    },
  });
}
