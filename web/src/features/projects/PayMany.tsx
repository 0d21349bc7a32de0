import { Button } from "@codegouvfr/react-dsfr/Button";
import { t } from "@lingui/core/macro";
import { useState } from "react";
import type { InstalmentsScreenQuery } from "../../gen/graphql.ts";
import { inFrench } from "../../language.ts";
import { CommandForm } from "../../ui/CommandForm.tsx";
import { useRefusals } from "../../ui/command.ts";
import { CheckboxesField, TextField } from "../../ui/fields.tsx";
import { text, texts } from "../../ui/formData.ts";
import { Reveal } from "../../ui/Reveal.tsx";
import { rankOf } from "./instalmentList.tsx";
import { ORDER_PAYMENTS, RECORD_PAYMENTS } from "./pay.ts";

type Instalment = NonNullable<InstalmentsScreenQuery["instalments"]>["nodes"][number];

interface ManyProps {
  instalments: readonly Instalment[];
  onDone: () => void;
}

interface Result {
  instalment: { id: string } | null;
  errors: readonly { message: string }[];
}

/** A line for each that was refused; the others are done. */
function useResults(instalments: readonly Instalment[]) {
  const [asked, setAsked] = useState<string[]>([]);
  const [results, setResults] = useState<readonly Result[]>([]);
  const refused = results.flatMap(({ errors }, rank) => {
    const one = instalments.find(({ id }) => id === asked[rank]);
    return errors.length > 0 ? [{ id: asked[rank] ?? "", title: one?.project.title ?? "", errors }] : [];
  });
  return { refused, setAsked, setResults };
}

export function OrderMany({ instalments, onDone }: ManyProps) {
  const { refused, setAsked, setResults } = useResults(instalments);
  const command = useRefusals(
    ORDER_PAYMENTS,
    (data) => data.orderPayments,
    ({ orderPayments }) => {
      setResults(orderPayments.results);
      onDone();
    },
  );
  const variables = (form: FormData) => {
    const instalmentIds = texts(form, "instalmentIds");
    setAsked(instalmentIds);
    return { input: { instalmentIds, reference: text(form, "reference") } };
  };
  return (
    <Reveal label={t`Ordonner les versements attestés`} priority="primary">
      {(close) => (
        <CommandForm
          command={command}
          variables={variables}
          submit={t`Ordonner les versements choisis`}
          scope="ordres"
          done={t`Les versements choisis sont traités.`}
          actions={<Close close={close} />}
        >
          <Chosen instalments={instalments} />
          <TextField name="reference" label={t`Référence de l’ordre`} hint={t`Pour le service de la paie.`} />
          <Refused refused={refused} />
        </CommandForm>
      )}
    </Reveal>
  );
}

export function PayMany({ instalments, onDone }: ManyProps) {
  const { refused, setAsked, setResults } = useResults(instalments);
  const command = useRefusals(
    RECORD_PAYMENTS,
    (data) => data.recordPayments,
    ({ recordPayments }) => {
      setResults(recordPayments.results);
      onDone();
    },
  );
  const variables = (form: FormData) => {
    const instalmentIds = texts(form, "instalmentIds");
    setAsked(instalmentIds);
    return { input: { instalmentIds, paidOn: text(form, "paidOn") } };
  };
  return (
    <Reveal label={t`Consigner des paiements`}>
      {(close) => (
        <CommandForm
          command={command}
          variables={variables}
          submit={t`Consigner les paiements choisis`}
          scope="paiements"
          done={t`Les versements choisis sont traités.`}
          actions={<Close close={close} />}
        >
          <Chosen instalments={instalments} />
          <TextField name="paidOn" label={t`Jour du paiement`} type="date" />
          <Refused refused={refused} />
        </CommandForm>
      )}
    </Reveal>
  );
}

const Close = ({ close }: { close: () => void }) => (
  <Button type="button" priority="tertiary" onClick={close}>
    {t`Fermer`}
  </Button>
);

const Chosen = ({ instalments }: Pick<ManyProps, "instalments">) => (
  <CheckboxesField
    name="instalmentIds"
    label={t`Versements`}
    options={instalments.map(({ id, project, number, schoolYear }) => ({
      value: id,
      label: `${project.title} (${rankOf(number)}, ${schoolYear})`,
    }))}
    defaultValues={instalments.map(({ id }) => id)}
  />
);

const Refused = ({ refused }: { refused: { id: string; title: string; errors: readonly { message: string }[] }[] }) =>
  refused.length > 0 && (
    <ul lang={inFrench} role="alert">
      {refused.map(({ id, title, errors }) => (
        <li key={id}>{`${title} : ${errors.map(({ message }) => message).join(" ")}`}</li>
      ))}
    </ul>
  );
