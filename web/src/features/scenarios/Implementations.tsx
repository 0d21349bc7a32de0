import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { graphql } from "../../gen/gql.ts";
import type { WorkshopFragment } from "../../gen/graphql.ts";
import { CommandForm } from "../../ui/CommandForm.tsx";
import { fieldId, useRefusals } from "../../ui/command.ts";
import { longDate } from "../../ui/dates.ts";
import { Empty } from "../../ui/Empty.tsx";
import { Facts } from "../../ui/Facts.tsx";
import { TextAreaField, TextField } from "../../ui/fields.tsx";
import { numberOf, optionalText, text } from "../../ui/formData.ts";
import { Prose } from "../../ui/Prose.tsx";
import { Reveal } from "../../ui/Reveal.tsx";
import { useOnce } from "../../ui/send.ts";

const RECORD_IMPLEMENTATION = graphql(`
  mutation RecordImplementation($input: RecordImplementationInput!) {
    recordImplementation(input: $input) {
      scenario {
        ...Workshop
      }
      errors {
        ...RefusalFields
      }
    }
  }
`);

interface ImplementationsProps {
  scenario: WorkshopFragment;
  mayAdd: boolean;
}

/** Without one the scenario is not published (R03). */
export const Implementations = ({ scenario, mayAdd }: ImplementationsProps) => (
  <div id={fieldId("implementations")} tabIndex={-1}>
    {scenario.implementations.length === 0 && (
      <Empty>{t`Aucune mise en œuvre n’est consignée. Il en faut au moins une pour publier.`}</Empty>
    )}
    <ul className="items">
      {scenario.implementations.map((one) => (
        <li key={one.id} className="item">
          <h3 className="item__title">
            {one.classLevel}, {one.establishment}
          </h3>
          <p className="item__facts">
            {one.teacher && <span>{one.teacher.displayName}</span>}
            <span>{period(one.startedOn, one.endedOn)}</span>
            {one.pupilCount != null && (
              <span>
                <Trans>{one.pupilCount} élèves</Trans>
              </span>
            )}
          </p>
          <Prose text={one.outcome} />
          <Facts facts={[[t`Adaptations`, one.adaptation]]} />
        </li>
      ))}
    </ul>
    {mayAdd && (
      <Reveal label={t`Consigner une mise en œuvre`}>
        {(close) => <ImplementationForm scenarioId={scenario.id} onDone={close} />}
      </Reveal>
    )}
  </div>
);

const period = (start: string, end: string | null | undefined) =>
  end ? t`du ${longDate(start)} au ${longDate(end)}` : t`le ${longDate(start)}`;

function ImplementationForm({ scenarioId, onDone }: { scenarioId: string; onDone: () => void }) {
  const command = useRefusals(RECORD_IMPLEMENTATION, (data) => data.recordImplementation, onDone);
  const once = useOnce();
  return (
    <CommandForm
      command={command}
      scope="implementation"
      submit={t`Consigner`}
      variables={(form) => ({
        input: once({
          scenarioId,
          classLevel: text(form, "classLevel"),
          establishment: text(form, "establishment"),
          startedOn: text(form, "startedOn"),
          endedOn: optionalText(form, "endedOn"),
          pupilCount: numberOf(form, "pupilCount"),
          adaptation: optionalText(form, "adaptation"),
          outcome: text(form, "outcome"),
        }),
      })}
    >
      <p className="fr-hint-text">{t`N’écrivez jamais le nom d’un élève, ni ce qui permettrait de le reconnaître.`}</p>
      <TextField
        name="classLevel"
        label={t`Classe`}
        hint={t`Niveau et effectif en clair : « deux classes de sixième ».`}
      />
      <TextField name="establishment" label={t`Établissement`} hint={t`« Collège Jean-Moulin, Rennes ».`} />
      <div className="fr-grid-row fr-grid-row--gutters fr-mb-2w">
        <div className="fr-col-12 fr-col-md-4">
          <TextField name="startedOn" label={t`Date, ou début`} type="date" />
        </div>
        <div className="fr-col-12 fr-col-md-4">
          <TextField name="endedOn" label={t`Fin`} type="date" optional />
        </div>
        <div className="fr-col-12 fr-col-md-4">
          <TextField name="pupilCount" label={t`Nombre d’élèves`} type="number" optional />
        </div>
      </div>
      <TextAreaField
        name="outcome"
        label={t`Effets constatés`}
        hint={t`Ce qui a marché, ce qui a résisté, ce que les élèves en disent.`}
      />
      <TextAreaField name="adaptation" label={t`Ce qui a été adapté`} rows={3} optional />
    </CommandForm>
  );
}
