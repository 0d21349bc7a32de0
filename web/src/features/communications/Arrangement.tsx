import { Button } from "@codegouvfr/react-dsfr/Button";
import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { type ReactNode, useState } from "react";
import { graphql } from "../../gen/gql.ts";
import type { EditionDeskFragment } from "../../gen/graphql.ts";
import { inFrench } from "../../language.ts";
import { useRefusals } from "../../ui/command.ts";
import { Empty } from "../../ui/Empty.tsx";
import { ErrorSummary } from "../../ui/ErrorSummary.tsx";
import { labelOf } from "../../ui/labels.ts";
import { Named } from "../../ui/Named.tsx";
import { excluded, included, moved, orderOf } from "./arrange.ts";
import { nameOf, PieceTools } from "./Pieces.tsx";

const ARRANGE_EDITION = graphql(`
  mutation ArrangeEdition($input: ArrangeEditionInput!) {
    arrangeEdition(input: $input) {
      edition {
        ...EditionDesk
      }
      errors {
        ...RefusalFields
      }
    }
  }
`);

type Item = EditionDeskFragment["items"][number];

/** The items in the order of the letter. Each move is saved, and said. */
export function Arrangement({ edition }: { edition: EditionDeskFragment }) {
  const command = useRefusals(ARRANGE_EDITION, (data) => data.arrangeEdition);
  const [said, setSaid] = useState("");
  const order = orderOf(edition.items);
  const kept = order.flatMap((id) => edition.items.find((item) => item.id === id) ?? []);
  const others = edition.items.filter((item) => item.excluded);
  const busy = command.state === "busy";

  const arrange = async (itemIds: string[], sentence: string) => {
    if (busy) return;
    const accepted = await command.run({
      input: { editionId: edition.id, itemIds, expectedVersion: edition.version },
    });
    setSaid(accepted ? sentence : "");
  };
  const move = (item: Item, step: -1 | 1) => {
    const next = moved(order, item.id, step);
    void arrange(next, t`« ${nameOf(item)} » est en position ${next.indexOf(item.id) + 1} sur ${next.length}.`);
  };

  return (
    <>
      <ErrorSummary ref={command.summary} refusals={command.refusals} titleAs="h3" />
      <p role="status" className="fr-hint-text">
        {busy ? t`Enregistrement…` : said}
      </p>
      {kept.length === 0 && <Empty>{t`Aucun élément gardé dans ce numéro.`}</Empty>}
      <ol className="ordered">
        {kept.map((item, rank) => (
          <li key={item.id}>
            <span className="ordered__rank">{rank + 1}</span>
            <ItemFacts item={item}>{item.piece && <PieceTools edition={edition} item={item} />}</ItemFacts>
            <div className="ordered__moves">
              <Move
                label={t`Monter`}
                of={item}
                icon="fr-icon-arrow-up-line"
                stuck={rank === 0}
                onMove={() => move(item, -1)}
              />
              <Move
                label={t`Descendre`}
                of={item}
                icon="fr-icon-arrow-down-line"
                stuck={rank === kept.length - 1}
                onMove={() => move(item, 1)}
              />
              <Button
                type="button"
                size="small"
                priority="tertiary"
                onClick={() => void arrange(excluded(order, item.id), t`« ${nameOf(item)} » est écarté du numéro.`)}
              >
                <Named verb={t`Écarter`} name={nameOf(item)} />
              </Button>
            </div>
          </li>
        ))}
      </ol>
      {others.length > 0 && (
        <>
          <h3 className="fr-h6 fr-mt-4w">{t`Écartés de ce numéro`}</h3>
          <p className="fr-hint-text">{t`Ils attendent le numéro suivant.`}</p>
          <ul className="ordered">
            {others.map((item) => (
              <li key={item.id}>
                <span />
                <ItemFacts item={item} />
                <Button
                  type="button"
                  size="small"
                  priority="tertiary"
                  onClick={() => void arrange(included(order, item.id), t`« ${nameOf(item)} » est repris, en dernier.`)}
                >
                  <Named verb={t`Reprendre`} name={nameOf(item)} />
                </Button>
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}

interface MoveProps {
  label: string;
  of: Item;
  icon: "fr-icon-arrow-up-line" | "fr-icon-arrow-down-line";
  /** At the end of the list. The button stays, so that the focus does too. */
  stuck: boolean;
  onMove: () => void;
}

const Move = ({ label, of, icon, stuck, onMove }: MoveProps) => (
  <Button
    type="button"
    size="small"
    priority="tertiary"
    iconId={icon}
    title={t`${label} « ${nameOf(of)} »`}
    nativeButtonProps={{ "aria-disabled": stuck }}
    onClick={() => {
      if (!stuck) onMove();
    }}
  />
);

const ItemFacts = ({ item, children }: { item: Item; children?: ReactNode }) => {
  const { publication, piece, withdrawn, alreadyIn } = item;
  return (
    <div>
      <p className="item__title" lang={inFrench}>
        {publication ? <a href={publication.url}>{publication.title}</a> : nameOf(item)}
      </p>
      <p className="item__facts">
        {publication && <span>{labelOf("PublicationKind", publication.kind)}</span>}
        {piece && <span>{labelOf("EditionPieceKind", piece.kind)}</span>}
        {publication && publication.academies.length > 0 && (
          <span>{publication.academies.map(({ name }) => name).join(", ")}</span>
        )}
        {publication?.theme && <span>{publication.theme.title}</span>}
      </p>
      {withdrawn && <p className="fr-error-text">{t`Retirée depuis : elle n’est plus montrée au public.`}</p>}
      {alreadyIn.length > 0 && (
        <p className="fr-hint-text">
          <Trans>Déjà parue dans : {alreadyIn.map(({ title }) => title).join(", ")}</Trans>
        </p>
      )}
      {children}
    </div>
  );
};
