import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { useState } from "react";
import type { ApplicationDossierFragment } from "../../gen/graphql.ts";
import { useRefusals } from "../../ui/command.ts";
import { TextAreaField, TextField } from "../../ui/fields.tsx";
import { instantIn, optionalText, text } from "../../ui/formData.ts";
import { RevealedCommand } from "../../ui/RevealedCommand.tsx";
import { PersonPicker, type PersonRef } from "../people/PersonPicker.tsx";
import {
  ADMIT_APPLICATION,
  DECLARE_INADMISSIBLE,
  DROP_DECISION,
  EDIT_LETTER,
  HAND_OVER_APPLICATION,
  RETURN_APPLICATION,
  REVERSE_DECISION,
  SIGN_APPLICATION,
} from "./dossier.ts";

interface ActionProps {
  application: ApplicationDossierFragment;
  onDone: () => void;
}

const ofVersion = ({ id, version }: ApplicationDossierFragment) => ({ applicationId: id, expectedVersion: version });

/** For the text as it stands: a later change makes the signature fall (R31). */
export function Sign({ application, onDone }: ActionProps) {
  const command = useRefusals(SIGN_APPLICATION, (data) => data.signApplication, onDone);
  return (
    <RevealedCommand
      label={t`Cosigner la candidature`}
      command={command}
      variables={() => ({ input: ofVersion(application) })}
      submit={t`Confirmer la cosignature`}
      scope="cosignature"
    >
      <p>
        <Trans>Vous signez le texte tel qu’il est : s’il change ensuite, il sera à signer de nouveau.</Trans>
      </p>
    </RevealedCommand>
  );
}

/** To another référent; the mandate itself is given in the group (R23). */
export function HandOver({ application, onDone }: ActionProps) {
  const command = useRefusals(HAND_OVER_APPLICATION, (data) => data.handOverApplication, onDone);
  const [person, setPerson] = useState<PersonRef | null>(null);
  const variables = (form: FormData) => ({
    input: { ...ofVersion(application), referentId: text(form, "referentId"), reason: optionalText(form, "reason") },
  });
  return (
    <RevealedCommand
      label={t`Confier à un·e autre référent·e`}
      command={command}
      variables={variables}
      submit={t`Confier la candidature`}
      scope="relais"
    >
      <PersonPicker
        name="referentId"
        label={t`Nouveau ou nouvelle référent·e`}
        academyCode={application.academy?.code}
        value={person}
        onChange={setPerson}
      />
      <TextAreaField name="reason" label={t`Raison`} rows={2} optional />
    </RevealedCommand>
  );
}

export function Admit({ application, onDone }: ActionProps) {
  const command = useRefusals(ADMIT_APPLICATION, (data) => data.admitApplication, onDone);
  return (
    <RevealedCommand
      label={t`Déclarer recevable`}
      priority="primary"
      command={command}
      variables={() => ({ input: ofVersion(application) })}
      submit={t`Confirmer la recevabilité`}
      scope="recevable"
    >
      <p>
        <Trans>La candidature passe à l’évaluation.</Trans>
      </p>
    </RevealedCommand>
  );
}

/** With a reason and a date, which the academy is reminded of. */
export function Return({ application, onDone }: ActionProps) {
  const command = useRefusals(RETURN_APPLICATION, (data) => data.returnApplication, onDone);
  const variables = (form: FormData) => ({
    input: { ...ofVersion(application), reason: text(form, "reason"), dueAt: instantIn(text(form, "dueAt")) },
  });
  return (
    <RevealedCommand
      label={t`Demander une correction`}
      command={command}
      variables={variables}
      submit={t`Renvoyer à l’académie`}
      scope="correction"
    >
      <TextAreaField name="reason" label={t`Ce qui est à corriger`} rows={4} />
      <TextField
        name="dueAt"
        label={t`Délai`}
        hint={t`Heure de Paris. Vide : le délai ordinaire de la campagne.`}
        type="datetime-local"
        optional
      />
    </RevealedCommand>
  );
}

export function Inadmissible({ application, onDone }: ActionProps) {
  const command = useRefusals(DECLARE_INADMISSIBLE, (data) => data.declareInadmissible, onDone);
  return (
    <RevealedCommand
      label={t`Déclarer irrecevable`}
      command={command}
      variables={(form) => ({ input: { ...ofVersion(application), reason: text(form, "reason") } })}
      submit={t`Confirmer l’irrecevabilité`}
      scope="irrecevable"
    >
      <TextAreaField name="reason" label={t`Raison`} hint={t`Elle est communiquée à l’académie.`} rows={3} />
    </RevealedCommand>
  );
}

/** Proofread before it leaves with the others. */
export function Letter({ application, onDone }: ActionProps) {
  const command = useRefusals(EDIT_LETTER, (data) => data.editLetter, onDone);
  return (
    <RevealedCommand
      label={t`Relire la lettre`}
      command={command}
      variables={(form) => ({ input: { ...ofVersion(application), letter: text(form, "letter") } })}
      submit={t`Enregistrer la lettre`}
      scope="lettre"
    >
      <TextAreaField
        name="letter"
        label={t`Lettre`}
        hint={t`Elle part à la publication des décisions.`}
        rows={12}
        defaultValue={application.pendingDecision?.letter}
      />
    </RevealedCommand>
  );
}

export function DropDecision({ application, onDone }: ActionProps) {
  const command = useRefusals(DROP_DECISION, (data) => data.dropDecision, onDone);
  return (
    <RevealedCommand
      label={t`Retirer la décision préparée`}
      command={command}
      variables={() => ({ input: ofVersion(application) })}
      submit={t`Confirmer`}
      scope="retrait-decision"
    >
      <p>
        <Trans>Rien n’en a été communiqué : la candidature attend de nouveau une décision.</Trans>
      </p>
    </RevealedCommand>
  );
}

/** Openly: the reason stays in the history and goes to the academy (R20). */
export function Reverse({ application, onDone }: ActionProps) {
  const command = useRefusals(REVERSE_DECISION, (data) => data.reverseDecision, onDone);
  return (
    <RevealedCommand
      label={t`Annuler la décision publiée`}
      command={command}
      variables={(form) => ({ input: { ...ofVersion(application), reason: text(form, "reason") } })}
      submit={t`Annuler la décision`}
      scope="annulation"
    >
      <p>
        <Trans>
          La candidature revient à l’évaluation. Son projet, s’il est né, s’arrête : son groupe et ses réunions suivent.
        </Trans>
      </p>
      <TextAreaField
        name="reason"
        label={t`Raison`}
        hint={t`Elle est communiquée à l’académie et reste dans l’historique.`}
        rows={3}
      />
    </RevealedCommand>
  );
}
