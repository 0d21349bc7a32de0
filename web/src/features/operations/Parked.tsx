import { plural, t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { graphql } from "../../gen/gql.ts";
import type { ParkedKeyFactsFragment } from "../../gen/graphql.ts";
import { CommandForm } from "../../ui/CommandForm.tsx";
import { useRefusals } from "../../ui/command.ts";
import { Facts } from "../../ui/Facts.tsx";
import { TextAreaField } from "../../ui/fields.tsx";
import { text } from "../../ui/formData.ts";
import { Reveal } from "../../ui/Reveal.tsx";
import { Time } from "../../ui/Time.tsx";
import { useRefresh } from "../../ui/useRefresh.ts";
import { REPLAY_PARKED, SKIP_PARKED } from "./commands.ts";
import { answerOf, only, type ServiceName } from "./services.ts";

export const PARKED_KEY = graphql(`
  fragment ParkedKeyFacts on ParkedKey {
    topic
    key
    waiting
    replayRequested
    eventId
    eventType
    happenedAt
    parkedAt
    tries
    error
    summary {
      name
      value
    }
  }
`);

interface ParkedProps {
  service: ServiceName;
  parked: ParkedKeyFactsFragment;
}

/** One key that waits: what failed, what the message is about, and the two ways on. */
export function Parked({ service, parked }: ParkedProps) {
  const { topic, key, eventType, waiting, error } = parked;
  const [reason = "", ...frames] = (error ?? "").split("\n");
  return (
    <article className="parked" aria-label={`${nameOf(eventType)} ${key}`}>
      <h3 className="fr-h6">{nameOf(eventType)}</h3>
      <p className="parked__error" lang="en">
        {reason}
      </p>
      <Facts
        facts={[
          [t`Sujet`, <code key="topic">{topic}</code>],
          [t`Clé`, <code key="key">{key}</code>],
          [t`Messages retenus`, plural(waiting, { one: "celui-ci seul", other: "# avec ceux qui le suivent" })],
          [t`Fait du`, <Time key="happened" at={parked.happenedAt} as="instant" />],
          [t`Retenu le`, <Time key="parked" at={parked.parkedAt} as="instant" />],
          [t`Essais`, parked.tries],
        ]}
      />
      <details>
        <summary>{t`Contenu du message, sans donnée personnelle`}</summary>
        <Facts facts={parked.summary.map(({ name, value }) => [name, value])} />
      </details>
      {frames.length > 0 && (
        <details>
          <summary>{t`Endroit de l’échec dans le code`}</summary>
          <pre lang="en">{frames.join("\n")}</pre>
        </details>
      )}
      <Ways service={service} parked={parked} />
    </article>
  );
}

function Ways({ service, parked }: ParkedProps) {
  const refresh = useRefresh();
  const { topic, key, eventId, replayRequested } = parked;
  const replay = useRefusals(REPLAY_PARKED, (data) => answerOf(Object.values(data)), refresh);
  const skip = useRefusals(SKIP_PARKED, (data) => answerOf(Object.values(data)), refresh);
  return (
    <div className="parked__ways">
      <CommandForm
        command={replay}
        scope={`rejouer-${eventId}`}
        variables={() => ({ input: { topic, key }, ...only(service) })}
        submit={t`Rejouer`}
        done={t`Un nouvel essai est demandé : il a lieu dans la seconde.`}
      >
        {replayRequested && <p>{t`Un nouvel essai est demandé et n’a pas encore eu lieu.`}</p>}
      </CommandForm>
      <Reveal label={t`Renoncer à ce message…`}>
        {() => (
          <CommandForm
            command={skip}
            scope={`renoncer-${eventId}`}
            variables={(form) => ({
              input: { topic, key, eventId, reason: text(form, "reason") },
              ...only(service),
            })}
            submit={t`Renoncer`}
          >
            <p>
              <Trans>
                L’effet de ce message manquera dans ce service. Les messages suivants de la même clé seront traités. Le
                motif est inscrit au journal.
              </Trans>
            </p>
            <TextAreaField name="reason" label={t`Motif`} rows={2} />
          </CommandForm>
        )}
      </Reveal>
    </div>
  );
}

/** « traam.projects.v1.ThemeLaunched » is known by its last word. */
const nameOf = (eventType: string) => eventType.split(".").at(-1) ?? eventType;
