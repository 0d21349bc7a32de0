import { Button } from "@codegouvfr/react-dsfr/Button";
import { plural, t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import type { EditionSendingStateFragment } from "../../gen/graphql.ts";
import { useRefusals } from "../../ui/command.ts";
import { ErrorSummary } from "../../ui/ErrorSummary.tsx";
import { TextField } from "../../ui/fields.tsx";
import { instantIn, text } from "../../ui/formData.ts";
import { RevealedCommand } from "../../ui/RevealedCommand.tsx";
import { Time } from "../../ui/Time.tsx";
import { useFollow } from "../../ui/useFollow.ts";
import { DECIDE_EDITION_MAILS, SCHEDULE_EDITION, SEND_EDITION, SEND_EDITION_TEST } from "./sending.ts";

interface EditionProps {
  edition: EditionSendingStateFragment;
}

/** The letter to the editor alone, as its readers will get it. */
export function SendTest({ edition }: EditionProps) {
  const command = useRefusals(SEND_EDITION_TEST, (data) => data.sendEditionTest);
  return (
    <>
      <ErrorSummary ref={command.summary} refusals={command.refusals} />
      <Button
        type="button"
        priority="secondary"
        disabled={command.state === "busy"}
        onClick={() => void command.run({ input: { editionId: edition.id } })}
      >
        {t`M’envoyer un essai`}
      </Button>
      <p role="status">{command.state === "done" && t`L’essai part à votre adresse.`}</p>
    </>
  );
}

/** When a draft publishes and sends itself. */
export function Schedule({ edition }: EditionProps) {
  const command = useRefusals(SCHEDULE_EDITION, (data) => data.scheduleEdition);
  if (!edition.scheduledAt) {
    return (
      <RevealedCommand
        label={t`Programmer la parution`}
        command={command}
        scope="schedule"
        submit={t`Programmer`}
        variables={(form) => ({
          input: {
            editionId: edition.id,
            publishAt: instantIn(text(form, "publishAt")) ?? "",
            expectedVersion: edition.version,
          },
        })}
      >
        <TextField
          name="publishAt"
          type="datetime-local"
          label={t`Parution`}
          hint={t`À l’heure de Paris. Le numéro paraît et part alors de lui-même.`}
        />
      </RevealedCommand>
    );
  }
  return (
    <>
      <p>
        <Trans>
          Paraîtra de lui-même le <Time at={edition.scheduledAt} as="instant" />.
        </Trans>
      </p>
      <ErrorSummary ref={command.summary} refusals={command.refusals} />
      <Button
        type="button"
        priority="tertiary"
        disabled={command.state === "busy"}
        onClick={() => void command.run({ input: { editionId: edition.id, publishAt: null } })}
      >
        {t`Annuler la parution programmée`}
      </Button>
    </>
  );
}

/** How far a published edition has come, read again while it is on its way. */
export function Sending({ edition }: EditionProps) {
  const send = useRefusals(SEND_EDITION, (data) => data.sendEdition);
  const { sending } = edition;
  const isMoving = Boolean(sending && (!sending.whole || sending.waiting > 0));
  useFollow(isMoving);
  if (!sending) {
    return (
      <RevealedCommand
        label={t`Envoyer aux abonné·es`}
        command={send}
        scope="send"
        submit={t`Envoyer maintenant`}
        variables={() => ({ input: { editionId: edition.id } })}
      >
        <p>{t`Un numéro ne s’envoie qu’une fois.`}</p>
      </RevealedCommand>
    );
  }
  const done = sending.sent + sending.failed + sending.uncertain;
  return (
    <>
      <p role="status">
        {sending.queued === 0 && sending.whole
          ? t`Personne n’est abonné à cette lettre pour l’instant.`
          : plural(sending.queued, { one: "# destinataire", other: "# destinataires" })}
        {sending.queued > 0 && (
          <>
            {" : "}
            <Trans>
              {sending.sent} partis, {sending.waiting} en attente, {sending.failed} refusés ou revenus
            </Trans>
          </>
        )}
      </p>
      {isMoving && (
        <progress
          className="sending"
          max={Math.max(1, sending.queued)}
          value={done}
          aria-label={t`Envoi de la lettre`}
        />
      )}
      {sending.uncertain > 0 && <Uncertain editionId={edition.id} count={sending.uncertain} />}
    </>
  );
}

function Uncertain({ editionId, count }: { editionId: string; count: number }) {
  const command = useRefusals(DECIDE_EDITION_MAILS, (data) => data.decideEditionMails);
  const decide = (sendAgain: boolean) => void command.run({ input: { editionId, sendAgain } });
  return (
    <>
      <p>
        {plural(count, {
          one: "# courriel est peut-être parti : l’envoi s’est interrompu à ce moment.",
          other: "# courriels sont peut-être partis : l’envoi s’est interrompu à ce moment.",
        })}
      </p>
      <ErrorSummary ref={command.summary} refusals={command.refusals} />
      <div className="actions">
        <Button type="button" size="small" disabled={command.state === "busy"} onClick={() => decide(true)}>
          {t`Les renvoyer, au risque de deux fois`}
        </Button>
        <Button
          type="button"
          size="small"
          priority="secondary"
          disabled={command.state === "busy"}
          onClick={() => decide(false)}
        >
          {t`Les abandonner`}
        </Button>
      </div>
    </>
  );
}
