import { plural, t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { useState } from "react";
import { CommandForm } from "../../ui/CommandForm.tsx";
import { useRefusals } from "../../ui/command.ts";
import { RadioField, TextAreaField, TextField } from "../../ui/fields.tsx";
import { instantIn, numberOf, text } from "../../ui/formData.ts";
import { useRefresh } from "../../ui/useRefresh.ts";
import { REPUBLISH } from "./commands.ts";
import { answerOf, only, type ServiceName } from "./services.ts";

const points = () => [
  { value: "date", label: t`À partir d’une date` },
  { value: "seq", label: t`À partir d’un numéro d’événement` },
  { value: "all", label: t`Depuis le début` },
];

/** Sends what a service has told once more: for a reader that lost what it knew. */
export function Republish({ service, last }: { service: ServiceName; last: number | null | undefined }) {
  const refresh = useRefresh();
  const [point, setPoint] = useState("date");
  const [sent, setSent] = useState(0);
  const republish = useRefusals(
    REPUBLISH,
    (data) => answerOf(Object.values(data)),
    (data) => {
      setSent(answerOf(Object.values(data))?.count ?? 0);
      refresh();
    },
  );
  return (
    <CommandForm
      command={republish}
      scope="publier"
      variables={(form) => ({
        input: {
          from: point === "date" ? instantIn(text(form, "from")) : null,
          fromSeq: point === "seq" ? numberOf(form, "fromSeq") : null,
          everything: point === "all",
          reason: text(form, "reason"),
        },
        ...only(service),
      })}
      submit={t`Publier de nouveau`}
      done={plural(sent, {
        one: "# événement sera publié de nouveau.",
        other: "# événements seront publiés de nouveau.",
      })}
    >
      <p>
        <Trans>
          Les événements repartent dans leur ordre et sous leurs identifiants : un service qui les a déjà traités les
          ignore, un service dont la projection a été vidée la reconstruit.
        </Trans>
      </p>
      <RadioField name="point" label={t`Lesquels ?`} options={points()} defaultValue={point} onChange={setPoint} />
      {point === "date" && (
        <TextField
          name="from"
          type="datetime-local"
          label={t`Faits depuis`}
          hint={t`Heure de Paris, à l’horloge du programme.`}
        />
      )}
      {point === "seq" && (
        <TextField
          name="fromSeq"
          type="number"
          label={t`Numéro d’événement`}
          hint={last ? t`Le dernier porte le numéro ${last}.` : undefined}
        />
      )}
      <TextAreaField name="reason" label={t`Motif`} rows={2} />
    </CommandForm>
  );
}
