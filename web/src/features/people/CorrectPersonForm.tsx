import { t } from "@lingui/core/macro";
import { graphql } from "../../gen/gql.ts";
import type { CorrectablePersonFragment } from "../../gen/graphql.ts";
import { CommandForm } from "../../ui/CommandForm.tsx";
import { useRefusals } from "../../ui/command.ts";
import { TextField } from "../../ui/fields.tsx";
import { optionalText, text } from "../../ui/formData.ts";

export const CORRECTABLE_PERSON = graphql(`
  fragment CorrectablePerson on Person {
    id
    givenName
    familyName
    email
    position
    establishment
  }
`);

const CORRECT = graphql(`
  mutation CorrectPerson($input: CorrectPersonInput!) {
    correctPerson(input: $input) {
      person {
        displayName
        ...CorrectablePerson
      }
      errors {
        ...RefusalFields
      }
    }
  }
`);

/** Puts right what is said of a person: one's own, or of those whom one looks after. */
export function CorrectPersonForm({ person, onDone }: { person: CorrectablePersonFragment; onDone?: () => void }) {
  const command = useRefusals(CORRECT, (data) => data.correctPerson, onDone);
  const variables = (form: FormData) => ({
    input: {
      personId: person.id,
      givenName: text(form, "givenName"),
      familyName: text(form, "familyName"),
      email: optionalText(form, "email"),
      position: optionalText(form, "position"),
      establishment: optionalText(form, "establishment"),
    },
  });
  return (
    <CommandForm
      command={command}
      variables={variables}
      submit={t`Corriger`}
      scope="corriger"
      done={t`C’est corrigé, partout où ces données sont montrées.`}
    >
      <div className="field-row">
        <TextField name="givenName" label={t`Prénom`} defaultValue={person.givenName} autoComplete="given-name" />
        <TextField name="familyName" label={t`Nom`} defaultValue={person.familyName} autoComplete="family-name" />
      </div>
      <TextField
        name="email"
        type="email"
        label={t`Adresse électronique professionnelle`}
        optional
        defaultValue={person.email ?? ""}
        autoComplete="email"
      />
      <TextField name="position" label={t`Corps ou fonction`} optional defaultValue={person.position ?? ""} />
      <TextField name="establishment" label={t`Établissement`} optional defaultValue={person.establishment ?? ""} />
    </CommandForm>
  );
}
