import { t } from "@lingui/core/macro";
import { TextField } from "../../ui/fields.tsx";

export const OrderReference = () => (
  <TextField name="reference" label={t`Référence de l’ordre`} hint={t`Pour le service de la paie.`} />
);

export const PaidOn = () => <TextField name="paidOn" label={t`Jour du paiement`} type="date" />;
