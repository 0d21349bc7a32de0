import { Button } from "@codegouvfr/react-dsfr/Button";
import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import type { InstalmentFileFragment } from "../../gen/graphql.ts";
import { CommandForm } from "../../ui/CommandForm.tsx";
import { useRefusals } from "../../ui/command.ts";
import { TextAreaField } from "../../ui/fields.tsx";
import { optionalText, text } from "../../ui/formData.ts";
import { Reveal } from "../../ui/Reveal.tsx";
import { OrderReference, PaidOn } from "./PayFields.tsx";
import { ATTEST_SERVICE, ORDER_PAYMENTS, RECORD_PAYMENTS, REJECT_PAYMENT } from "./pay.ts";

interface ActionProps {
  instalment: InstalmentFileFragment;
  onDone: () => void;
}

const Cancel = ({ close }: { close: () => void }) => (
  <Button type="button" priority="tertiary" onClick={close}>
    {t`Annuler`}
  </Button>
);

const ofVersion = ({ id, version }: InstalmentFileFragment) => ({ instalmentId: id, expectedVersion: version });

/** By the pilot, else by the DAN (R89). */
export function Attest({ instalment, onDone }: ActionProps) {
  const command = useRefusals(ATTEST_SERVICE, (data) => data.attestService, onDone);
  return (
    <Reveal label={t`Attester le service fait`} priority="primary">
      {(close) => (
        <CommandForm
          command={command}
          variables={(form) => ({ input: { ...ofVersion(instalment), note: optionalText(form, "note") } })}
          submit={t`Confirmer l’attestation`}
          scope="attestation"
          actions={<Cancel close={close} />}
        >
          <p>
            <Trans>
              Vous attestez que les personnes des lignes ont fait le service pour lequel elles sont payées. Le
              département DNE A2 ordonne ensuite le paiement.
            </Trans>
          </p>
          <TextAreaField name="note" label={t`Mot pour le département DNE A2`} optional rows={2} />
        </CommandForm>
      )}
    </Reveal>
  );
}

/** By the programme office, once service is attested (R89). */
export function Order({ instalment, onDone }: ActionProps) {
  const command = useRefusals(ORDER_PAYMENTS, (data) => resultOf(data.orderPayments), onDone);
  return (
    <Reveal label={t`Ordonner le paiement`} priority="primary">
      {(close) => (
        <CommandForm
          command={command}
          variables={(form) => ({ input: { instalmentIds: [instalment.id], reference: text(form, "reference") } })}
          submit={t`Confirmer l’ordre`}
          scope="ordre"
          actions={<Cancel close={close} />}
        >
          <OrderReference />
        </CommandForm>
      )}
    </Reveal>
  );
}

export function Reject({ instalment, onDone }: ActionProps) {
  const command = useRefusals(REJECT_PAYMENT, (data) => data.rejectPayment, onDone);
  return (
    <Reveal label={t`Rejeter le versement`}>
      {(close) => (
        <CommandForm
          command={command}
          variables={(form) => ({ input: { ...ofVersion(instalment), reason: text(form, "reason") } })}
          submit={t`Confirmer le rejet`}
          scope="rejet"
          actions={<Cancel close={close} />}
        >
          <TextAreaField
            name="reason"
            label={t`Raison du rejet`}
            hint={t`Elle dit ce qui est à corriger ; elle figure dans l’historique.`}
            rows={3}
          />
        </CommandForm>
      )}
    </Reveal>
  );
}

export function Pay({ instalment, onDone }: ActionProps) {
  const command = useRefusals(RECORD_PAYMENTS, (data) => resultOf(data.recordPayments), onDone);
  return (
    <Reveal label={t`Consigner le paiement`} priority="primary">
      {(close) => (
        <CommandForm
          command={command}
          variables={(form) => ({ input: { instalmentIds: [instalment.id], paidOn: text(form, "paidOn") } })}
          submit={t`Confirmer le paiement`}
          scope="paiement"
          actions={<Cancel close={close} />}
        >
          <PaidOn />
        </CommandForm>
      )}
    </Reveal>
  );
}

interface Refused {
  kind: string;
  code: string;
  message: string;
  field?: string | null;
}

/** A bulk command for one: its own refusals are those of the command. */
const resultOf = (payload: { errors: readonly Refused[]; results: readonly { errors: readonly Refused[] }[] }) => ({
  errors: [...payload.errors, ...payload.results.flatMap(({ errors }) => errors)],
});
