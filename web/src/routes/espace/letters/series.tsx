import { plural, t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Link } from "react-router";
import { definePage } from "../../../apollo/page.ts";
import { orderOf } from "../../../features/communications/arrange.ts";
import { can } from "../../../features/people/rights.ts";
import { graphql } from "../../../gen/gql.ts";
import type { LetterSeriesQuery } from "../../../gen/graphql.ts";
import { French } from "../../../ui/French.tsx";
import { labelOf } from "../../../ui/labels.ts";
import { Section } from "../../../ui/Section.tsx";
import { Part } from "../../../ui/Unavailable.tsx";
import { Screen } from "../parts/Screen.tsx";

const page = definePage({
  query: graphql(`
    query LetterSeries {
      newsletters {
        id
        title
        kind
        editions(first: 1) {
          totalCount
          nodes {
            id
            number
            title
            url
          }
        }
        draft {
          id
          number
          title
          items {
            id
            excluded
            withdrawn
          }
        }
      }
      viewer {
        ...ViewerRights
      }
    }
  `),
  head: () => ({ title: t`La lettre Édu_Num`, noindex: true }),
  fresh: true,
});

export const loader = page.loader;
export const clientLoader = page.clientLoader;
export const meta = page.meta;

type Series = NonNullable<LetterSeriesQuery["newsletters"]>[number];

const waiting = ({ draft }: Series) => (draft ? orderOf(draft.items).length : 0);

const issued = ({ editions }: Series) => (editions?.totalCount ?? 0) > 0;

export default function LetterSeries() {
  const { data, failed } = page.useData();
  const editor = can(data.viewer, "editLetters");
  return (
    <Screen
      title={t`La lettre Édu_Num`}
      lead={<p>{t`Chaque publication attend ici, dans la lettre de sa discipline et de son thème.`}</p>}
    >
      {editor ? (
        <ul>
          <li>
            <Link to="/espace/lettres/relais">{t`Journal des publications et de leurs relais`}</Link>
          </li>
          <li>
            <Link to="/espace/diffusion">{t`Suivi de la diffusion`}</Link>
          </li>
          <li>
            <Link to="/espace/lettres/abonnes">{t`Abonné·es de la lettre`}</Link>
          </li>
          <li>
            <Link to="/espace/programmes">{t`Programmes abonnés`}</Link>
          </li>
        </ul>
      ) : (
        <p>
          <Trans>
            Les numéros sont composés par la rédaction. Vous pouvez lire <Link to="/lettres">les numéros parus</Link>.
          </Trans>
        </p>
      )}
      <Part value={data.newsletters} failed={failed("newsletters")} empty={<p>{t`Aucune série n’existe encore.`}</p>}>
        {(all) => (
          <>
            <Group title={t`À composer`} series={all.filter((one) => waiting(one) > 0)} />
            <Group title={t`Rien en attente`} series={all.filter((one) => waiting(one) === 0 && issued(one))} />
            <Silent series={all.filter((one) => waiting(one) === 0 && !issued(one))} />
          </>
        )}
      </Part>
    </Screen>
  );
}

function Group({ title, series }: { title: string; series: Series[] }) {
  if (series.length === 0) return null;
  const fullest = series.toSorted(
    (one, other) => waiting(other) - waiting(one) || one.title.localeCompare(other.title, "fr"),
  );
  return (
    <Section title={title}>
      <ul className="items">
        {fullest.map((one) => (
          <Item key={one.id} series={one} />
        ))}
      </ul>
    </Section>
  );
}

const Silent = ({ series }: { series: Series[] }) =>
  series.length > 0 && (
    <p className="fr-hint-text fr-mt-2w">
      <Trans>
        Ni numéro paru ni publication en attente : <French>{series.map(({ title }) => title).join(" ; ")}</French>.
      </Trans>
    </p>
  );

function Item({ series }: { series: Series }) {
  const { draft, editions } = series;
  const last = editions?.nodes[0];
  return (
    <li className="item">
      <h3 className="item__title">
        {draft ? <Link to={`/espace/lettres/${draft.id}`}>{series.title}</Link> : series.title}
      </h3>
      <p className="item__facts">
        <span>{labelOf("NewsletterKind", series.kind)}</span>
        {draft && (
          <span>
            <Trans>
              numéro {draft.number} en préparation :{" "}
              {plural(waiting(series), { one: "# élément", other: "# éléments" })}
            </Trans>
          </span>
        )}
        {editions && <span>{plural(editions.totalCount, { one: "# numéro paru", other: "# numéros parus" })}</span>}
        {last && (
          <a href={last.url}>
            <Trans>Dernier paru : {last.title}</Trans>
          </a>
        )}
      </p>
    </li>
  );
}
