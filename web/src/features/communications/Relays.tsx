import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { graphql } from "../../gen/gql.ts";
import type { ChannelChoiceFragment, PublicationLogFragment } from "../../gen/graphql.ts";
import { inFrench } from "../../language.ts";
import { CommandForm } from "../../ui/CommandForm.tsx";
import { useRefusals } from "../../ui/command.ts";
import { SelectField, TextField } from "../../ui/fields.tsx";
import { optionalText, text } from "../../ui/formData.ts";
import { labelOf } from "../../ui/labels.ts";
import { Named } from "../../ui/Named.tsx";
import { Reveal } from "../../ui/Reveal.tsx";
import { StateBadge } from "../../ui/StateBadge.tsx";
import { useOnce } from "../../ui/send.ts";
import { Time } from "../../ui/Time.tsx";
import { PostReveal } from "./PostForm.tsx";
import { Posts } from "./Posts.tsx";
import { ReadyTexts } from "./ReadyTexts.tsx";

export const PUBLICATION_LOG = graphql(`
  fragment PublicationLog on Publication {
    id
    kind
    state
    title
    url
    publishedAt
    withdrawnAt
    relayTexts {
      network
      text
    }
    academies {
      code
      name
    }
    theme {
      id
      title
    }
    posts {
      ...PostedMessage
    }
    relays {
      id
      at
      url
      channel {
        id
        network
        handle
      }
      edition {
        id
        number
        newsletter {
          id
          title
        }
      }
      by {
        id
        displayName
      }
    }
  }
`);

export const CHANNEL_CHOICE = graphql(`
  fragment ChannelChoice on Channel {
    id
    network
    handle
    kind
    label
    canPost
    discipline {
      code
      label
    }
  }
`);

const RECORD_RELAY = graphql(`
  mutation RecordRelay($input: RecordRelayInput!) {
    recordRelay(input: $input) {
      publication {
        ...PublicationLog
      }
      errors {
        ...RefusalFields
      }
    }
  }
`);

interface EntryProps {
  publication: PublicationLogFragment;
  channels: readonly ChannelChoiceFragment[];
}

/** A publication, who relayed it and when (R73). */
export const LogEntry = ({ publication, channels }: EntryProps) => (
  <li className="item">
    <h3 className="item__title" lang={inFrench}>
      <a href={publication.url}>{publication.title}</a>
    </h3>
    <p className="item__facts">
      {publication.state === "WITHDRAWN" && <StateBadge of="PublicationState" value={publication.state} />}
      <span>{labelOf("PublicationKind", publication.kind)}</span>
      <span>
        <Time at={publication.publishedAt} />
      </span>
      {publication.academies.length > 0 && <span>{publication.academies.map(({ name }) => name).join(", ")}</span>}
      {publication.theme && <span lang={inFrench}>{publication.theme.title}</span>}
    </p>
    {publication.relays.length === 0 ? (
      <p className="fr-hint-text">{t`Pas encore relayée.`}</p>
    ) : (
      <ul>
        {publication.relays.map((relay) => (
          <li key={relay.id}>
            {relay.by ? (
              <Trans>
                {relayName(relay)}, <Time at={relay.at} /> par {relay.by.displayName}
              </Trans>
            ) : (
              <>
                {relayName(relay)}, <Time at={relay.at} />
              </>
            )}
            {relay.url && (
              <>
                {" "}
                <a href={relay.url} rel="noreferrer">
                  <Trans>
                    Voir<span className="fr-sr-only"> {relayName(relay)}</span>
                  </Trans>
                </a>
              </>
            )}
          </li>
        ))}
      </ul>
    )}
    <Posts publication={publication} />
    {publication.state === "PUBLISHED" && channels.length > 0 && (
      <PostReveal publication={publication} channels={channels} />
    )}
    {publication.state === "PUBLISHED" && channels.length > 0 && (
      <Reveal label={<Named verb={t`Consigner un relais`} name={publication.title} />} priority="tertiary">
        {(close) => (
          <>
            <ReadyTexts texts={publication.relayTexts} />
            <RelayForm publicationId={publication.id} channels={channels} onDone={close} />
          </>
        )}
      </Reveal>
    )}
  </li>
);

export const relayName = ({ channel, edition }: PublicationLogFragment["relays"][number]) =>
  channel
    ? `${channel.network} ${channel.handle}`
    : edition
      ? t`${edition.newsletter.title}, numéro ${edition.number}`
      : t`Relais`;

interface RelayFormProps {
  publicationId: string;
  channels: readonly ChannelChoiceFragment[];
  onDone: () => void;
}

function RelayForm({ publicationId, channels, onDone }: RelayFormProps) {
  const command = useRefusals(RECORD_RELAY, (data) => data.recordRelay, onDone);
  const once = useOnce();
  return (
    <CommandForm
      command={command}
      scope={publicationId}
      submit={t`Consigner`}
      variables={(form) => ({
        input: once({ publicationId, channelId: text(form, "channelId"), url: optionalText(form, "url") }),
      })}
    >
      <SelectField
        name="channelId"
        label={t`Canal`}
        options={channels.map(({ id, network, handle, kind, label, discipline }) => ({
          value: id,
          label: `${network} ${handle} (${discipline?.label ?? label ?? labelOf("ChannelKind", kind)})`,
        }))}
      />
      <TextField name="url" label={t`Adresse du relais`} type="url" optional />
    </CommandForm>
  );
}
