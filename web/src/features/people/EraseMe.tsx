import { Alert } from "@codegouvfr/react-dsfr/Alert";
import { Button } from "@codegouvfr/react-dsfr/Button";
import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { useState } from "react";
import { graphql } from "../../gen/gql.ts";
import type { ErasureProgressFragment } from "../../gen/graphql.ts";
import { CommandForm } from "../../ui/CommandForm.tsx";
import { useRefusals } from "../../ui/command.ts";
import { longDate } from "../../ui/dates.ts";
import { RadioField } from "../../ui/fields.tsx";
import { text } from "../../ui/formData.ts";

const REQUEST = graphql(`
  mutation RequestErasure($input: RequestErasureInput!) {
    requestErasure(input: $input) {
      erasure {
        ...ErasureProgress
      }
      receiptUrl
      errors {
        ...RefusalFields
      }
    }
  }
`);

const CONFIRM = graphql(`
  mutation ConfirmErasure($input: ConfirmErasureInput!) {
    confirmErasure(input: $input) {
      erasure {
        ...ErasureProgress
      }
      errors {
        ...RefusalFields
      }
    }
  }
`);

const WITHDRAW = graphql(`
  mutation WithdrawErasure($input: WithdrawErasureInput!) {
    withdrawErasure(input: $input) {
      erasure {
        ...ErasureProgress
      }
      errors {
        ...RefusalFields
      }
    }
  }
`);

interface EraseMeProps {
  /** What is asked or announced already. */
  pending: (ErasureProgressFragment & { dueOn?: string | null }) | null;
  onDone: () => void;
}

/** To be forgotten: asked, then confirmed once the consequences were read; a receipt says what became of it. */
export function EraseMe({ pending, onDone }: EraseMeProps) {
  const [receipt, setReceipt] = useState<string | null>(null);
  return (
    <>
      <Trans>
        <p>
          L’effacement met fin à vos mandats et ferme votre accès aussitôt. Votre nom et votre adresse sont retirés de
          tous les services : fiches, recherches, brouillons, historiques et messages en attente. Ce que vous avez fait
          reste compté, sans votre nom.
        </p>
      </Trans>
      {receipt && <Receipt url={receipt} />}
      {pending ? (
        <Pending erasure={pending} receipt={receipt} onDone={onDone} />
      ) : (
        <Request
          onAsked={(url) => {
            setReceipt(url);
            onDone();
          }}
        />
      )}
    </>
  );
}

const Receipt = ({ url }: { url: string }) => (
  <Alert
    severity="warning"
    title={t`Gardez l’adresse de votre reçu`}
    description={
      <Trans>
        <p>Elle n’est montrée qu’une fois, et dira sans connexion où en est l’effacement :</p>
        <p>
          <a href={url}>{url}</a>
        </p>
      </Trans>
    }
  />
);

function Request({ onAsked }: { onAsked: (receiptUrl: string) => void }) {
  const command = useRefusals(
    REQUEST,
    (data) => data.requestErasure,
    ({ requestErasure: { receiptUrl } }) => onAsked(receiptUrl ?? ""),
  );
  return (
    <CommandForm
      command={command}
      variables={(form) => ({ input: { keepsAuthorship: text(form, "keepsAuthorship") !== "no" } })}
      submit={t`Demander l’effacement`}
      scope="effacer"
    >
      <RadioField
        name="keepsAuthorship"
        label={t`Sur vos travaux déjà publiés`}
        defaultValue="yes"
        options={[
          {
            value: "yes",
            label: t`Garder mon nom d’auteur`,
            hint: t`La licence des travaux demande que l’auteur soit cité.`,
          },
          {
            value: "no",
            label: t`Retirer mon nom aussi`,
            hint: t`Ce qui a déjà été repris ailleurs ne peut être retiré.`,
          },
        ]}
      />
    </CommandForm>
  );
}

interface PendingProps {
  erasure: NonNullable<EraseMeProps["pending"]>;
  receipt: string | null;
  onDone: () => void;
}

function Pending({ erasure, receipt, onDone }: PendingProps) {
  const input = { erasureId: erasure.id };
  const confirm = useRefusals(
    CONFIRM,
    (data) => data.confirmErasure,
    // Nobody is signed in any more: the whole portal has to see it.
    () => window.location.assign(receipt || "/donnees-personnelles"),
  );
  const withdraw = useRefusals(WITHDRAW, (data) => data.withdrawErasure, onDone);
  return (
    <CommandForm
      command={confirm}
      variables={() => ({ input })}
      submit={t`Effacer définitivement`}
      scope="confirmer"
      actions={
        <Button type="button" priority="secondary" onClick={() => void withdraw.run({ input })}>
          {t`Renoncer à l’effacement`}
        </Button>
      }
    >
      {erasure.dueOn ? (
        <p>{t`Au terme de la durée de conservation, vos données seront effacées le ${longDate(erasure.dueOn)}, sauf si vous y renoncez.`}</p>
      ) : (
        <p>{t`Votre demande attend d’être confirmée. Rien n’a encore changé ; ensuite, il n’y a pas de retour.`}</p>
      )}
    </CommandForm>
  );
}
