import { t } from "@lingui/core/macro";
import { inFrench } from "../../language.ts";
import { differences, type Piece } from "./comparison.ts";
import type { Comparable } from "./keptTexts.ts";

/** Two texts side by side, one under the other where the screen is narrow: only the fields that differ. */
export function Comparison({ before, after }: { before: Comparable; after: Comparable }) {
  const found = differences(before.words, after.words);
  if (found.length === 0) return <p>{t`Ces deux textes disent la même chose.`}</p>;
  return found.map(({ label, ...sides }) => (
    <section key={label} className="comparison">
      <h3 className="fr-h5">{label}</h3>
      <Side title={before.label} pieces={sides.before} as="del" />
      <Side title={after.label} pieces={sides.after} as="ins" />
    </section>
  ));
}

interface SideProps {
  title: string;
  pieces: Piece[];
  as: "del" | "ins";
}

const Side = ({ title, pieces, as }: SideProps) => (
  <div className="comparison__side">
    <h4 className="comparison__title">{title}</h4>
    <p className="comparison__text" lang={inFrench}>
      {pieces.length === 0 ? t`Vide` : pieces.map((piece) => <Words key={piece.start} piece={piece} as={as} />)}
    </p>
  </div>
);

/** Said as well as shown: screen readers pass over del and ins. */
function Words({ piece, as: Mark }: { piece: Piece; as: SideProps["as"] }) {
  if (!piece.marked) return piece.value;
  return (
    <Mark>
      <span className="fr-sr-only">{Mark === "del" ? t`[retiré :]` : t`[ajouté :]`} </span>
      {piece.value}
      <span className="fr-sr-only"> {t`[fin]`}</span>
    </Mark>
  );
}
