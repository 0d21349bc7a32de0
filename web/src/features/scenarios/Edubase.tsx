import { t } from "@lingui/core/macro";
import { graphql } from "../../gen/gql.ts";
import type { EdubaseState, WorkshopFragment } from "../../gen/graphql.ts";
import { CommandForm } from "../../ui/CommandForm.tsx";
import { useRefusals } from "../../ui/command.ts";
import { longDate } from "../../ui/dates.ts";
import { Facts } from "../../ui/Facts.tsx";
import { SelectField, TextField } from "../../ui/fields.tsx";
import { numberOf, optionalText, text } from "../../ui/formData.ts";
import { options } from "../../ui/labels.ts";
import { Reveal } from "../../ui/Reveal.tsx";
import { StateBadge } from "../../ui/StateBadge.tsx";

const RECORD_EDUBASE_INDEXING = graphql(`
  mutation RecordEdubaseIndexing($input: RecordEdubaseIndexingInput!) {
    recordEdubaseIndexing(input: $input) {
      scenario {
        ...Workshop
      }
      errors {
        ...RefusalFields
      }
    }
  }
`);

interface EdubaseProps {
  scenario: WorkshopFragment;
  mayIndex: boolean;
}

/** Indexing is the act of a participating academy (R11). */
export function Edubase({ scenario, mayIndex }: EdubaseProps) {
  const { edubase } = scenario;
  return (
    <>
      <Facts
        facts={[
          [t`État`, <StateBadge key="state" of="EdubaseState" value={edubase.state} />],
          [t`Fiche`, <Record key="record" edubase={edubase} />],
          [t`Par`, [edubase.by?.displayName, edubase.academy?.name].filter(Boolean).join(", ")],
          [t`Le`, edubase.at && longDate(edubase.at)],
        ]}
      />
      {mayIndex && scenario.state === "PUBLISHED" && (
        <Reveal label={t`Consigner l’indexation`}>
          {(close) => <IndexingForm scenario={scenario} onDone={close} />}
        </Reveal>
      )}
    </>
  );
}

const Record = ({ edubase: { url, number } }: { edubase: WorkshopFragment["edubase"] }) =>
  url ? <a href={url}>{number ?? url}</a> : (number ?? t`pas encore`);

function IndexingForm({ scenario, onDone }: { scenario: WorkshopFragment; onDone: () => void }) {
  const command = useRefusals(RECORD_EDUBASE_INDEXING, (data) => data.recordEdubaseIndexing, onDone);
  const { edubase } = scenario;
  return (
    <CommandForm
      command={command}
      scope="edubase"
      submit={t`Consigner`}
      variables={(form) => ({
        input: {
          scenarioId: scenario.id,
          state: (text(form, "state") || edubase.state) as EdubaseState,
          number: numberOf(form, "number"),
          url: optionalText(form, "url"),
        },
      })}
    >
      <SelectField name="state" label={t`État`} options={options("EdubaseState")} defaultValue={edubase.state} />
      <TextField
        name="number"
        label={t`Numéro de la fiche`}
        type="number"
        optional
        defaultValue={edubase.number ?? undefined}
      />
      <TextField
        name="url"
        label={t`Adresse de la fiche`}
        type="url"
        optional
        defaultValue={edubase.url ?? undefined}
      />
    </CommandForm>
  );
}
