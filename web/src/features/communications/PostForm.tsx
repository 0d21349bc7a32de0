import { t } from "@lingui/core/macro";
import type { ChannelChoiceFragment, PostVisibility, PublicationLogFragment } from "../../gen/graphql.ts";
import { CommandForm } from "../../ui/CommandForm.tsx";
import { useRefusals } from "../../ui/command.ts";
import { RadioField, SelectField, TextAreaField, TextField } from "../../ui/fields.tsx";
import { instantIn, text } from "../../ui/formData.ts";
import { options } from "../../ui/labels.ts";
import { Named } from "../../ui/Named.tsx";
import { Reveal } from "../../ui/Reveal.tsx";
import { useOnce } from "../../ui/send.ts";
import { accountsFor, POST_TO_CHANNEL } from "./posts.ts";

interface PostProps {
  publication: PublicationLogFragment;
  channels: readonly ChannelChoiceFragment[];
}

/** Posting on an account whose token the operator gave (R73); absent where every such account has its message. */
export function PostReveal({ publication, channels }: PostProps) {
  const accounts = accountsFor(channels, publication.posts);
  if (accounts.length === 0) return null;
  return (
    <Reveal label={<Named verb={t`Publier sur Mastodon`} name={publication.title} />} priority="tertiary">
      {(close) => <PostForm publication={publication} channels={accounts} onDone={close} />}
    </Reveal>
  );
}

function PostForm({ publication, channels, onDone }: PostProps & { onDone: () => void }) {
  const command = useRefusals(POST_TO_CHANNEL, (data) => data.postToChannel, onDone);
  const once = useOnce();
  const publicationId = publication.id;
  const ready = publication.relayTexts.find(({ network }) => network === "Mastodon")?.text;
  return (
    <CommandForm
      command={command}
      scope={`post-${publicationId}`}
      submit={t`Publier sur ce compte`}
      variables={(form) => ({
        input: once({
          publicationId,
          channelId: text(form, "channelId"),
          text: text(form, "text"),
          visibility: text(form, "visibility") as PostVisibility,
          scheduledAt: text(form, "scheduledAt") ? (instantIn(text(form, "scheduledAt")) ?? "") : null,
        }),
      })}
    >
      <SelectField
        name="channelId"
        label={t`Compte`}
        options={channels.map(({ id, handle }) => ({ value: id, label: handle }))}
        defaultValue={channels.length === 1 ? channels[0]?.id : undefined}
      />
      <MessageField defaultValue={ready} />
      <RadioField
        name="visibility"
        label={t`Qui le voit`}
        options={options("PostVisibility")}
        defaultValue={"PUBLIC" satisfies PostVisibility}
      />
      <TextField
        name="scheduledAt"
        type="datetime-local"
        label={t`Date de départ`}
        hint={t`À l’heure de Paris. Sans date, le message part aussitôt.`}
        optional
      />
    </CommandForm>
  );
}

export const MessageField = ({ defaultValue }: { defaultValue?: string }) => (
  <TextAreaField
    name="text"
    label={t`Message`}
    hint={t`500 caractères au plus ; une adresse en compte 23.`}
    rows={8}
    defaultValue={defaultValue}
  />
);
