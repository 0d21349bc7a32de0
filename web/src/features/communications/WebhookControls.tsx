import { Button } from "@codegouvfr/react-dsfr/Button";
import { t } from "@lingui/core/macro";
import type { WebhookDeskFragment } from "../../gen/graphql.ts";
import { useRefusals } from "../../ui/command.ts";
import { ErrorSummary } from "../../ui/ErrorSummary.tsx";
import { TextField } from "../../ui/fields.tsx";
import { instantIn, text } from "../../ui/formData.ts";
import { RevealedCommand } from "../../ui/RevealedCommand.tsx";
import { REMOVE_WEBHOOK, REPLAY_WEBHOOK, ROTATE_WEBHOOK_KEYS, SET_WEBHOOK_ACTIVE, TEST_WEBHOOK } from "./webhooks.ts";

interface ControlsProps {
  webhook: WebhookDeskFragment;
  onDone: () => void;
  onRemoved: () => void;
}

/** What an editor does with a subscribed program. */
export function WebhookControls({ webhook, onDone, onRemoved }: ControlsProps) {
  const webhookId = webhook.id;
  const active = webhook.state === "ACTIVE";
  const test = useRefusals(TEST_WEBHOOK, (data) => data.testWebhook, onDone);
  const activate = useRefusals(SET_WEBHOOK_ACTIVE, (data) => data.setWebhookActive, onDone);
  const rotate = useRefusals(ROTATE_WEBHOOK_KEYS, (data) => data.rotateWebhookKeys, onDone);
  const replay = useRefusals(REPLAY_WEBHOOK, (data) => data.replayWebhook, onDone);
  const remove = useRefusals(REMOVE_WEBHOOK, (data) => data.removeWebhook, onRemoved);
  return (
    <>
      <ErrorSummary ref={test.summary} refusals={[...test.refusals, ...activate.refusals]} />
      <div className="actions">
        {active && (
          <Button
            type="button"
            priority="secondary"
            disabled={test.state === "busy"}
            onClick={() => void test.run({ input: { webhookId } })}
          >
            {t`Envoyer un essai`}
          </Button>
        )}
        <Button
          type="button"
          priority={active ? "tertiary" : "primary"}
          disabled={activate.state === "busy"}
          onClick={() => void activate.run({ input: { webhookId, active: !active } })}
        >
          {active ? t`Arrêter les envois` : t`Remettre en service`}
        </Button>
      </div>
      <p role="status">{test.state === "done" && t`L’essai est en file : sa réponse paraît ci-dessous.`}</p>
      <div className="actions">
        {active && (
          <RevealedCommand
            label={t`Rejouer depuis une date`}
            command={replay}
            scope="replay"
            submit={t`Rejouer`}
            variables={(form) => ({ input: { webhookId, since: instantIn(text(form, "since")) ?? "" } })}
          >
            <p>{t`Tout ce qui l’intéresse lui est envoyé de nouveau, sous les mêmes identifiants.`}</p>
            <TextField name="since" type="datetime-local" label={t`Depuis`} hint={t`À l’heure de Paris.`} />
          </RevealedCommand>
        )}
        <RevealedCommand
          label={t`Donner de nouvelles clés`}
          command={rotate}
          scope="rotate"
          submit={t`Changer les clés`}
          variables={() => ({ input: { webhookId } })}
        >
          <p>{t`Pendant 24 heures, les anciennes clés signent aussi.`}</p>
        </RevealedCommand>
        <RevealedCommand
          label={t`Désinscrire`}
          priority="tertiary"
          command={remove}
          scope="remove"
          submit={t`Désinscrire ce programme`}
          variables={() => ({ input: { webhookId } })}
        >
          <p>{t`Plus rien ne lui sera envoyé, et son historique est effacé.`}</p>
        </RevealedCommand>
      </div>
    </>
  );
}
