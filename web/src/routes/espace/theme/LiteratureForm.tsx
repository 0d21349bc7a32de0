import { Button } from "@codegouvfr/react-dsfr/Button";
import { t } from "@lingui/core/macro";
import { graphql } from "../../../gen/gql.ts";
import type { LiteratureFactsFragment } from "../../../gen/graphql.ts";
import { CommandForm } from "../../../ui/CommandForm.tsx";
import { useRefusals } from "../../../ui/command.ts";
import { TextAreaField } from "../../../ui/fields.tsx";
import { lines, text } from "../../../ui/formData.ts";

export const LITERATURE_FACTS = graphql(`
  fragment LiteratureFacts on LiteratureReview {
    id
    text
    references
    recordedAt
    version
    author {
      id
      displayName
    }
  }
`);

const RECORD_LITERATURE_REVIEW = graphql(`
  mutation RecordLiteratureReview($input: RecordLiteratureReviewInput!) {
    recordLiteratureReview(input: $input) {
      literatureReview {
        ...LiteratureFacts
      }
      errors {
        ...RefusalFields
      }
    }
  }
`);

interface LiteratureFormProps {
  themeId: string;
  review: LiteratureFactsFragment | null | undefined;
  close: () => void;
  onDone: () => void;
}

/** The short review of scientific and pedagogical literature (R54). */
export function LiteratureForm({ themeId, review, close, onDone }: LiteratureFormProps) {
  const command = useRefusals(RECORD_LITERATURE_REVIEW, (data) => data.recordLiteratureReview, onDone);
  const variables = (form: FormData) => ({
    input: {
      themeId,
      text: text(form, "text"),
      references: lines(form, "references"),
      expectedVersion: review?.version,
    },
  });
  return (
    <CommandForm
      command={command}
      variables={variables}
      submit={t`Consigner la revue`}
      scope="litterature"
      done={t`La revue de la littérature est consignée.`}
      actions={
        <Button type="button" priority="tertiary" onClick={close}>
          {t`Fermer`}
        </Button>
      }
    >
      <TextAreaField
        name="text"
        label={t`Ce que dit la recherche`}
        hint={t`Revue succincte, scientifique et pédagogique.`}
        rows={10}
        defaultValue={review?.text}
      />
      <TextAreaField
        name="references"
        label={t`Références bibliographiques`}
        hint={t`Une par ligne. Par exemple : Tricot A., L’innovation pédagogique, Retz, 2017.`}
        rows={6}
        defaultValue={review?.references.join("\n")}
      />
    </CommandForm>
  );
}
