import { Alert } from "@codegouvfr/react-dsfr/Alert";
import { Button } from "@codegouvfr/react-dsfr/Button";
import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import type { PostedMessageFragment, PublicationLogFragment } from "../../gen/graphql.ts";
import { inFrench } from "../../language.ts";
import { CommandForm } from "../../ui/CommandForm.tsx";
import { useRefusals } from "../../ui/command.ts";
import { ErrorSummary } from "../../ui/ErrorSummary.tsx";
import { text } from "../../ui/formData.ts";
import { labelOf } from "../../ui/labels.ts";
import { Named } from "../../ui/Named.tsx";
import { Reveal } from "../../ui/Reveal.tsx";
import { StateBadge } from "../../ui/StateBadge.tsx";
import { useOnce } from "../../ui/send.ts";
import { Time } from "../../ui/Time.tsx";
import { useFollow } from "../../ui/useFollow.ts";
import { MessageField } from "./PostForm.tsx";
import { CHANGE_POST, changesOf, isLeaving } from "./posts.ts";
import { ReadyTexts } from "./ReadyTexts.tsx";

/** A publication's messages on accounts, and what became of each (R73). Only editors get any. */
export function Posts({ publication }: { publication: PublicationLogFragment }) {
  useFollow(publication.posts.some(isLeaving));
  if (publication.posts.length === 0) return null;
  return (
    <ul className="items">
      {publication.posts.map((post) => (
        <li key={post.id} className="item">
          <Post post={post} publication={publication} />
        </li>
      ))}
    </ul>
  );
}

interface PostProps {
  post: PostedMessageFragment;
  publication: PublicationLogFragment;
}

const Post = ({ post, publication }: PostProps) => (
  <>
    <p className="item__facts">
      <StateBadge of="PostState" value={post.state} />
      <span>
        {post.channel.network} {post.channel.handle}
      </span>
      <When post={post} />
      {post.visibility === "UNLISTED" && <span>{labelOf("PostVisibility", post.visibility)}</span>}
      {post.url && post.state !== "DELETED" && (
        <span>
          <a href={post.url} rel="noreferrer">
            <Trans>
              Voir le message<span className="fr-sr-only"> de {post.channel.handle}</span>
            </Trans>
          </a>
        </span>
      )}
    </p>
    <p className="ready-text" lang={inFrench}>
      {post.text}
    </p>
    <Concern post={post} of={publication.state} />
    <Changes post={post} publication={publication} />
  </>
);

function When({ post: { state, scheduledAt, postedAt } }: Pick<PostProps, "post">) {
  if (state === "SCHEDULED" && scheduledAt) {
    return (
      <span>
        <Trans>
          part le <Time at={scheduledAt} as="instant" />
        </Trans>
      </span>
    );
  }
  return postedAt && <Time at={postedAt} as="instant" />;
}

/** What went wrong, and what a correction or a withdrawal asks for (H8). */
function Concern({ post, of }: Pick<PostProps, "post"> & { of: PublicationLogFragment["state"] }) {
  if (post.answer) {
    return (
      <Alert
        small
        severity={post.state === "FAILED" ? "error" : "info"}
        description={<span lang={inFrench}>{post.answer}</span>}
      />
    );
  }
  if (post.state !== "POSTED") return null;
  if (of === "WITHDRAWN") {
    return (
      <Alert small severity="warning" description={t`La publication est retirée : ce message est encore en ligne.`} />
    );
  }
  if (!post.outdated) return null;
  return <Alert small severity="warning" description={t`La publication a changé depuis ce message : relisez-le.`} />;
}

function Changes({ post, publication }: PostProps) {
  const send = useRefusals(CHANGE_POST, (data) => data.changePost);
  const may = changesOf(post, publication.state);
  const { handle } = post.channel;
  const asks = (action: "RETRY" | "DELETE") => () => void send.run({ input: { postId: post.id, action } });
  return (
    <>
      <ErrorSummary ref={send.summary} refusals={send.refusals} />
      <div className="actions">
        {may.retry && (
          <Button type="button" priority="secondary" disabled={send.state === "busy"} onClick={asks("RETRY")}>
            <Named verb={t`Réessayer`} name={handle} />
          </Button>
        )}
        {may.edit && (
          <Reveal label={<Named verb={t`Corriger le message`} name={handle} />} priority="tertiary">
            {(close) => <EditForm post={post} publication={publication} onDone={close} />}
          </Reveal>
        )}
        {may.remove && (
          <Button type="button" priority="tertiary" disabled={send.state === "busy"} onClick={asks("DELETE")}>
            <Named verb={post.url ? t`Retirer le message du compte` : t`Ne pas publier`} name={handle} />
          </Button>
        )}
      </div>
    </>
  );
}

function EditForm({ post, publication, onDone }: PostProps & { onDone: () => void }) {
  const command = useRefusals(CHANGE_POST, (data) => data.changePost, onDone);
  const once = useOnce();
  return (
    <>
      {post.outdated && <ReadyTexts texts={publication.relayTexts} />}
      <CommandForm
        command={command}
        scope={`edit-${post.id}`}
        submit={t`Corriger`}
        variables={(form) => ({ input: once({ postId: post.id, action: "EDIT" as const, text: text(form, "text") }) })}
      >
        <MessageField defaultValue={post.text} />
      </CommandForm>
    </>
  );
}
