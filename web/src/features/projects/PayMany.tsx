import type { OperationVariables } from "@apollo/client";
import { Button } from "@codegouvfr/react-dsfr/Button";
import type { TypedDocumentNode } from "@graphql-typed-document-node/core";
import { plural, t } from "@lingui/core/macro";
import { type ReactNode, useState } from "react";
import type { InstalmentsScreenQuery } from "../../gen/graphql.ts";
import { inFrench } from "../../language.ts";
import { CommandForm } from "../../ui/CommandForm.tsx";
import { type Refusal, useRefusals } from "../../ui/command.ts";
import { CheckboxesField } from "../../ui/fields.tsx";
import { text, texts } from "../../ui/formData.ts";
import { Reveal } from "../../ui/Reveal.tsx";
import { rankOf } from "./instalmentList.tsx";
import { OrderReference, PaidOn } from "./PayFields.tsx";
import { ORDER_PAYMENTS, RECORD_PAYMENTS } from "./pay.ts";

type Instalment = NonNullable<InstalmentsScreenQuery["instalments"]>["nodes"][number];

interface ManyProps {
  instalments: readonly Instalment[];
  onDone: () => void;
}

/** What is done to several at once: its mutation, and the one value that they all take. */
interface Act<Data, Variables> {
  mutation: TypedDocumentNode<Data, Variables>;
  payloadOf: (data: Data) => Payload;
  inputOf: (instalmentIds: string[], form: FormData) => Variables;
  label: string;
  priority?: "primary";
  submit: string;
  scope: string;
  field: ReactNode;
}

interface Payload {
  results: readonly { errors: readonly Refusal[] }[];
  errors: readonly Refusal[];
}

/** The programme office orders what is attested (R89). */
export const OrderMany = (many: ManyProps) => (
  <Many
    {...many}
    mutation={ORDER_PAYMENTS}
    payloadOf={(data) => data.orderPayments}
    inputOf={(instalmentIds, form) => ({ input: { instalmentIds, reference: text(form, "reference") } })}
    label={t`Ordonner les versements attestés`}
    priority="primary"
    submit={t`Ordonner les versements choisis`}
    scope="ordres"
    field={<OrderReference />}
  />
);

export const PayMany = (many: ManyProps) => (
  <Many
    {...many}
    mutation={RECORD_PAYMENTS}
    payloadOf={(data) => data.recordPayments}
    inputOf={(instalmentIds, form) => ({ input: { instalmentIds, paidOn: text(form, "paidOn") } })}
    label={t`Consigner des paiements`}
    submit={t`Consigner les paiements choisis`}
    scope="paiements"
    field={<PaidOn />}
  />
);

function Many<Data, Variables extends OperationVariables>({
  instalments,
  onDone,
  ...act
}: ManyProps & Act<Data, Variables>) {
  const [asked, setAsked] = useState<string[]>([]);
  const [results, setResults] = useState<Payload["results"]>([]);
  const command = useRefusals(act.mutation, act.payloadOf, (data) => {
    setResults(act.payloadOf(data).results);
    onDone();
  });
  const variables = (form: FormData) => {
    const instalmentIds = texts(form, "instalmentIds");
    setAsked(instalmentIds);
    return act.inputOf(instalmentIds, form);
  };
  return (
    <Reveal label={act.label} priority={act.priority}>
      {(close) => (
        <CommandForm
          command={command}
          variables={variables}
          submit={act.submit}
          scope={act.scope}
          done={outcomeOf(results)}
          actions={<Close close={close} />}
        >
          <Chosen instalments={instalments} />
          {act.field}
          <Refused instalments={instalments} asked={asked} results={results} />
        </CommandForm>
      )}
    </Reveal>
  );
}

function outcomeOf(results: Payload["results"]): string {
  const refused = results.filter(({ errors }) => errors.length > 0).length;
  if (refused === 0) return t`Les versements choisis sont traités.`;
  if (refused === results.length) return t`Aucun versement n’est traité : les raisons sont dans le formulaire.`;
  const done = plural(results.length - refused, { one: "# versement est traité", other: "# versements sont traités" });
  const not = plural(refused, { one: "# est refusé", other: "# sont refusés" });
  return t`${done}, ${not} : les raisons sont dans le formulaire.`;
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

interface RefusedProps extends Pick<ManyProps, "instalments"> {
  asked: readonly string[];
  results: Payload["results"];
}

/** A line for each that was refused; the others are done. */
function Refused({ instalments, asked, results }: RefusedProps) {
  const refused = results.flatMap(({ errors }, rank) =>
    errors.length > 0 ? [{ one: instalments.find(({ id }) => id === asked[rank]), errors, rank }] : [],
  );
  if (refused.length === 0) return null;
  return (
    <ul lang={inFrench} role="alert">
      {refused.map(({ one, errors, rank }) => (
        <li key={rank}>{`${one?.project.title ?? ""} : ${errors.map(({ message }) => message).join(" ")}`}</li>
      ))}
    </ul>
  );
}
