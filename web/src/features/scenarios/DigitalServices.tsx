import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { graphql } from "../../gen/gql.ts";
import type { WorkshopFragment } from "../../gen/graphql.ts";
import { inFrench } from "../../language.ts";
import { CommandForm } from "../../ui/CommandForm.tsx";
import { fieldId, useRefusals } from "../../ui/command.ts";
import { Facts } from "../../ui/Facts.tsx";
import { CheckboxField, TextAreaField, TextField } from "../../ui/fields.tsx";
import { checked, optionalText, text } from "../../ui/formData.ts";
import { Named } from "../../ui/Named.tsx";
import { Reveal } from "../../ui/Reveal.tsx";
import { useOnce } from "../../ui/send.ts";

const DECLARE_DIGITAL_SERVICE = graphql(`
  mutation DeclareDigitalService($input: DeclareDigitalServiceInput!) {
    declareDigitalService(input: $input) {
      scenario {
        ...Workshop
      }
      errors {
        ...RefusalFields
      }
    }
  }
`);

type Service = WorkshopFragment["digitalServices"][number];

interface DigitalServicesProps {
  scenario: WorkshopFragment;
  mayDeclare: boolean;
}

/** Each digital service with the terms of its use (R62). */
export const DigitalServices = ({ scenario, mayDeclare }: DigitalServicesProps) => (
  <>
    <p className="fr-hint-text">
      <Trans>
        Tout service en ligne utilisé en classe, avec ses conditions et la protection des données des élèves.
      </Trans>
    </p>
    <ul className="items">
      {scenario.digitalServices.map((service) => (
        <li key={service.id} className="item" id={fieldId(`digitalServices.${service.id}`)} tabIndex={-1}>
          <h3 className="item__title">{service.name}</h3>
          <p className="item__summary" lang={inFrench}>
            {service.purpose}
          </p>
          <Facts
            facts={[
              [t`Éditeur`, service.publisher],
              [t`Hébergement`, service.hosting],
              [t`Compte pour les élèves`, service.pupilAccounts ? t`Oui` : t`Non`],
              [t`Par le GAR`, service.viaGar ? t`Oui` : t`Non`],
              [t`Conditions et données personnelles`, service.termsNote ?? t`À écrire avant la publication`],
            ]}
          />
          {mayDeclare && (
            <Reveal label={<Named verb={t`Corriger`} name={service.name} />} priority="tertiary">
              {(close) => <ServiceForm scenarioId={scenario.id} service={service} onDone={close} />}
            </Reveal>
          )}
        </li>
      ))}
    </ul>
    {scenario.digitalServices.length === 0 && <p>{t`Aucun service numérique déclaré.`}</p>}
    {mayDeclare && (
      <Reveal label={t`Déclarer un service numérique`}>
        {(close) => <ServiceForm scenarioId={scenario.id} onDone={close} />}
      </Reveal>
    )}
  </>
);

interface ServiceFormProps {
  scenarioId: string;
  service?: Service;
  onDone: () => void;
}

function ServiceForm({ scenarioId, service, onDone }: ServiceFormProps) {
  const command = useRefusals(DECLARE_DIGITAL_SERVICE, (data) => data.declareDigitalService, onDone);
  const once = useOnce();
  return (
    <CommandForm
      command={command}
      scope={service?.id ?? "service"}
      submit={service ? t`Enregistrer` : t`Déclarer`}
      variables={(form) => ({
        input: once({
          scenarioId,
          digitalServiceId: service?.id,
          name: text(form, "name"),
          publisher: optionalText(form, "publisher"),
          purpose: text(form, "purpose"),
          hosting: optionalText(form, "hosting"),
          pupilAccounts: checked(form, "pupilAccounts"),
          viaGar: checked(form, "viaGar"),
          termsNote: optionalText(form, "termsNote"),
        }),
      })}
    >
      <TextField name="name" label={t`Nom du service`} defaultValue={service?.name} />
      <TextField name="publisher" label={t`Éditeur`} optional defaultValue={service?.publisher ?? undefined} />
      <TextField name="purpose" label={t`À quoi il sert`} defaultValue={service?.purpose} />
      <TextField
        name="hosting"
        label={t`Lieu d’hébergement des données`}
        optional
        hint={t`« France », « Union européenne »…`}
        defaultValue={service?.hosting ?? undefined}
      />
      <CheckboxField
        name="pupilAccounts"
        label={t`Les élèves doivent y ouvrir un compte`}
        defaultChecked={service?.pupilAccounts}
      />
      <CheckboxField
        name="viaGar"
        label={t`Accessible par le gestionnaire d’accès aux ressources (GAR)`}
        defaultChecked={service?.viaGar}
      />
      <TextAreaField
        name="termsNote"
        label={t`Conditions d’utilisation et données personnelles`}
        hint={t`Sans cette note, le scénario ne peut pas être publié.`}
        rows={3}
        optional
        defaultValue={service?.termsNote ?? undefined}
      />
    </CommandForm>
  );
}
