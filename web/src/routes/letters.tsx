import { definePage } from "../apollo/page.ts";
import { graphql } from "../gen/gql.ts";
import type { LettersPageQuery } from "../gen/graphql.ts";
import { labelOf } from "../ui/labels.ts";
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
    title: "La lettre Édu_Num",
    description: "La lettre Édu_Num relaie chaque publication des équipes, par discipline et par thème.",
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
      title="La lettre Édu_Num"
      lead={<p>Chaque publication des équipes est relayée par la lettre de sa discipline ou de son thème.</p>}
    >
      <Part value={data.newsletters} failed={failed("newsletters")} empty={<p>Aucune série n’existe encore.</p>}>
        {(all) =>
          (["THEMATIC", "DISCIPLINARY"] as const).map((kind) => (
            <SeriesOf key={kind} kind={kind} series={all.filter((one) => one.kind === kind)} />
          ))
        }
      </Part>
    </Page>
  );
}

function SeriesOf({ kind, series }: { kind: Series["kind"]; series: Series[] }) {
  if (series.length === 0) return null;
  const issued = series.filter(({ editions }) => editions && editions.totalCount > 0);
  const silent = series.filter((one) => !issued.includes(one));
  return (
    <section>
      <h2>Lettres {labelOf("NewsletterKind", kind).toLowerCase()}s</h2>
      {issued.map(({ id, title, editions }) => (
        <section key={id}>
          <h3>{title}</h3>
          <ul className="items">
            {editions?.nodes.map((edition) => (
              <EditionItem key={edition.id} edition={edition} series={false} />
            ))}
          </ul>
        </section>
      ))}
      {silent.length > 0 && (
        <p className="fr-hint-text">Sans numéro paru : {silent.map(({ title }) => title).join(" ; ")}.</p>
      )}
    </section>
  );
}
