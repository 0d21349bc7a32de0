import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { definePage } from "../apollo/page.ts";
import { graphql } from "../gen/gql.ts";
import type { LettersPageQuery } from "../gen/graphql.ts";
import { inFrench } from "../language.ts";
import { French } from "../ui/French.tsx";
import { Page } from "../ui/Page.tsx";
import { Part } from "../ui/Unavailable.tsx";
import { EditionItem } from "./parts/EditionItem.tsx";

const page = definePage({
  query: graphql(`
    query LettersPage {
      newsletters {
        id
        title
        kind
        editions(first: 20) {
          totalCount
          nodes {
            ...EditionItem
          }
        }
      }
    }
  `),
  head: () => ({
    title: t`La lettre Édu_Num`,
    description: t`La lettre Édu_Num relaie chaque publication des équipes, par discipline et par thème.`,
  }),
});

export const loader = page.loader;
export const clientLoader = page.clientLoader;
export const meta = page.meta;

type Series = NonNullable<LettersPageQuery["newsletters"]>[number];

export default function Letters() {
  const { data, failed } = page.useData();
  return (
    <Page
      title={t`La lettre Édu_Num`}
      lead={<p>{t`Chaque publication des équipes est relayée par la lettre de sa discipline ou de son thème.`}</p>}
    >
      <p>
        <a className="fr-btn" href="/abonnement">{t`Recevoir la lettre par courriel`}</a>
      </p>
      <Part value={data.newsletters} failed={failed("newsletters")} empty={<p>{t`Aucune série n’existe encore.`}</p>}>
        {(all) =>
          (["THEMATIC", "DISCIPLINARY"] as const).map((kind) => (
            <SeriesOf key={kind} kind={kind} series={all.filter((one) => one.kind === kind)} />
          ))
        }
      </Part>
    </Page>
  );
}

const headings: Record<Series["kind"], string> = {
  THEMATIC: t`Lettres thématiques`,
  DISCIPLINARY: t`Lettres disciplinaires`,
};

function SeriesOf({ kind, series }: { kind: Series["kind"]; series: Series[] }) {
  if (series.length === 0) return null;
  const issued = series.filter(({ editions }) => editions && editions.totalCount > 0);
  const silent = series.filter((one) => !issued.includes(one));
  return (
    <section>
      <h2>{headings[kind]}</h2>
      {issued.map(({ id, title, editions }) => (
        <section key={id}>
          <h3 lang={inFrench}>{title}</h3>
          <ul className="items">
            {editions?.nodes.map((edition) => (
              <EditionItem key={edition.id} edition={edition} series={false} />
            ))}
          </ul>
        </section>
      ))}
      {silent.length > 0 && (
        <p className="fr-hint-text">
          <Trans>
            Sans numéro paru : <French>{silent.map(({ title }) => title).join(" ; ")}</French>.
          </Trans>
        </p>
      )}
    </section>
  );
}
