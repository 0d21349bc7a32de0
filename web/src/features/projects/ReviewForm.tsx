import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { useRef } from "react";
import type { ReviewSheetFragment } from "../../gen/graphql.ts";
import { CommandForm } from "../../ui/CommandForm.tsx";
import { useRefusals } from "../../ui/command.ts";
import { SelectField, TextAreaField } from "../../ui/fields.tsx";
import { numberOf, text } from "../../ui/formData.ts";
import { figure } from "../../ui/plural.ts";
import { RevealedCommand } from "../../ui/RevealedCommand.tsx";
import { ABSTAIN_FROM_REVIEW, DECLARE_CONFLICT, SAVE_REVIEW } from "./reviews.ts";

interface ReviewFormProps {
  review: ReviewSheetFragment;
  onNext: (nextId: string | null) => void;
  onDone: () => void;
}

/** The weighted grid; submitted, the next application comes (save and next). */
export function ReviewForm({ review, onNext, onDone }: ReviewFormProps) {
  const submitting = useRef(true);
  const command = useRefusals(
    SAVE_REVIEW,
    (data) => data.saveReview,
    ({ saveReview }) => (submitting.current ? onNext(saveReview.next?.id ?? null) : onDone()),
  );
  const grid = review.application?.theme.campaign.settings.grid ?? [];
  const given = new Map(review.marks.map(({ code, value }) => [code, value]));
  const input = (form: FormData, submit: boolean) => ({
    reviewId: review.id,
    expectedVersion: review.version,
    comment: text(form, "comment"),
    marks: grid.flatMap(({ code }) => {
      const value = numberOf(form, `mark-${code}`);
      return value === null ? [] : [{ code, value }];
    }),
    submit,
  });
  const form = useRef<HTMLDivElement>(null);
  const keep = () => {
    const element = form.current?.closest("form");
    if (!element) return;
    submitting.current = false;
    void command.run({ input: input(new FormData(element), false) });
  };
  if (review.state === "ABSTAINED") return <p>{t`Vous vous êtes abstenu·e sur cette candidature.`}</p>;
  return (
    <>
      <CommandForm
        command={command}
        variables={(data) => {
          submitting.current = true;
          return { input: input(data, true) };
        }}
        submit={t`Rendre l’avis et passer au suivant`}
        scope="avis"
        actions={
          review.state !== "SUBMITTED" && (
            <button type="button" className="fr-btn fr-btn--secondary" onClick={keep}>
              {t`Garder sans rendre`}
            </button>
          )
        }
      >
        <div ref={form}>
          {review.mark != null && (
            <p>
              <Trans>Note rendue : {figure(review.mark)} sur 20. Elle peut être rendue de nouveau.</Trans>
            </p>
          )}
          {grid.map(({ code, label, weight, max }) => (
            <SelectField
              key={code}
              name={`mark-${code}`}
              label={label}
              hint={t`Poids ${weight}, de 0 à ${max}.`}
              options={Array.from({ length: max + 1 }, (_, value) => ({ value: String(value), label: String(value) }))}
              defaultValue={given.has(code) ? String(given.get(code)) : undefined}
            />
          ))}
          <TextAreaField name="comment" label={t`Appréciation`} rows={5} defaultValue={review.comment} />
        </div>
      </CommandForm>
      <div className="actions fr-mt-2w">
        <Abstain review={review} onNext={onNext} onDone={onDone} />
        <Conflict review={review} onNext={onNext} onDone={onDone} />
      </div>
    </>
  );
}

function Abstain({ review, onNext }: ReviewFormProps) {
  const command = useRefusals(
    ABSTAIN_FROM_REVIEW,
    (data) => data.abstainFromReview,
    ({ abstainFromReview }) => onNext(abstainFromReview.next?.id ?? null),
  );
  if (review.state === "SUBMITTED") return null;
  return (
    <RevealedCommand
      label={t`S’abstenir`}
      command={command}
      variables={(form) => ({ input: { reviewId: review.id, reason: text(form, "reason") } })}
      submit={t`Confirmer l’abstention`}
      scope="abstention"
    >
      <TextAreaField name="reason" label={t`Raison`} rows={2} />
    </RevealedCommand>
  );
}

/** Closes the application to the person: what was thought of it counts no more. */
function Conflict({ review, onNext }: ReviewFormProps) {
  const command = useRefusals(
    DECLARE_CONFLICT,
    (data) => data.declareConflict,
    ({ declareConflict }) => onNext(declareConflict.next?.id ?? null),
  );
  return (
    <RevealedCommand
      label={t`Déclarer un lien d’intérêt`}
      command={command}
      variables={(form) => ({ input: { reviewId: review.id, reason: text(form, "reason") } })}
      submit={t`Déclarer`}
      scope="lien"
    >
      <p>
        <Trans>La candidature ne vous sera plus lisible et votre avis, s’il est rendu, ne comptera plus.</Trans>
      </p>
      <TextAreaField name="reason" label={t`Nature du lien`} rows={2} />
    </RevealedCommand>
  );
}
