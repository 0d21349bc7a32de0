import { useApolloClient } from "@apollo/client/react";
import { t } from "@lingui/core/macro";
import { graphql } from "../../gen/gql.ts";
import type { EditionDeskFragment } from "../../gen/graphql.ts";
import { RefusalsContext } from "../../ui/command.ts";
import { DraftState } from "../../ui/DraftState.tsx";
import type { Stored } from "../../ui/draft.ts";
import { TextAreaField, TextField } from "../../ui/fields.tsx";
import { useSend } from "../../ui/send.ts";
import { useDraft } from "../../ui/useDraft.ts";

const EDIT_EDITION = graphql(`
  mutation EditEdition($input: EditEditionInput!) {
    editEdition(input: $input) {
      edition {
        ...EditionDesk
      }
      errors {
        ...RefusalFields
      }
    }
  }
`);

const EDITION_AGAIN = graphql(`
  query EditionAgain($id: ID!) {
    edition(id: $id) {
      ...EditionDesk
    }
  }
`);

interface Editorial {
  title: string;
  editorial: string;
}

const names: Record<keyof Editorial, string> = { title: t`Titre`, editorial: t`Éditorial` };

const storedOf = ({ title, editorial, version }: EditionDeskFragment): Stored<Editorial> => ({
  version,
  fields: { title, editorial },
});

/** Title and editorial of a draft edition, saved as they are written. */
export function EditorialForm({ edition }: { edition: EditionDeskFragment }) {
  const client = useApolloClient();
  const send = useSend(EDIT_EDITION, (data) => data.editEdition);
  const draft = useDraft<Editorial>({
    key: `edition:${edition.id}`,
    stored: storedOf(edition),
    send: (patch, expectedVersion) => send({ input: { editionId: edition.id, ...patch, expectedVersion } }),
    reread: async () => {
      const variables = { id: edition.id };
      const { data } = await client.query({ query: EDITION_AGAIN, variables, fetchPolicy: "network-only" });
      return data?.edition ? storedOf(data.edition) : null;
    },
  });
  const { fields, change } = draft;
  return (
    <RefusalsContext.Provider value={draft.refusals}>
      <div className="writing-fields">
        <DraftState draft={draft} show={(name, text) => ({ label: names[name], text })} />
        <TextField
          name="title"
          label={t`Titre du numéro`}
          value={fields.title}
          onChange={(title) => change({ title })}
        />
        <TextAreaField
          name="editorial"
          label={t`Éditorial`}
          rows={8}
          optional
          value={fields.editorial}
          onChange={(editorial) => change({ editorial })}
        />
      </div>
    </RefusalsContext.Provider>
  );
}
