import { Trans } from "@lingui/react/macro";
import { graphql } from "../../gen/gql.ts";
import type { EditionItemFragment } from "../../gen/graphql.ts";
import { inFrench } from "../../language.ts";
import { Time } from "../../ui/Time.tsx";

export const EDITION_ITEM = graphql(`
  fragment EditionItem on Edition {
    id
    number
    title
    url
    publishedAt
    newsletter {
      id
      title
    }
  }
`);

/** A published edition: its page is served by the letter itself, at its own address. */
export const EditionItem = ({ edition, series = true }: { edition: EditionItemFragment; series?: boolean }) => (
  <li className="item">
    <p className="item__title">
      <a href={edition.url} lang={inFrench}>
        {edition.title}
      </a>
    </p>
    <p className="item__facts">
      {series && <span lang={inFrench}>{edition.newsletter.title}</span>}
      <span>
        <Trans>Numéro {edition.number}</Trans>
      </span>
      {edition.publishedAt && (
        <span>
          <Time at={edition.publishedAt} />
        </span>
      )}
    </p>
  </li>
);
