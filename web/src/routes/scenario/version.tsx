import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Link } from "react-router";
import { definePage } from "../../apollo/page.ts";
import { graphql } from "../../gen/gql.ts";
import type { VersionPageQuery } from "../../gen/graphql.ts";
import { inFrench } from "../../language.ts";
import { duration } from "../../ui/dates.ts";
import { Facts } from "../../ui/Facts.tsx";
import { French } from "../../ui/French.tsx";
import { labelOf } from "../../ui/labels.ts";
import { Page } from "../../ui/Page.tsx";
import { Prose } from "../../ui/Prose.tsx";
import { Section } from "../../ui/Section.tsx";
import { Time } from "../../ui/Time.tsx";

const page = definePage({
  query: graphql(`
    query VersionPage($slug: String!) {
      scenario(slug: $slug) {
        id
        slug
        title
        state
        versions {
          number
          title
          publishedAt
          by {
            id
            displayName
          }
          text {
            title
            summary
            disciplines {
              code
              label
            }
            levels {
              uri
              label
            }
            competences {
              uri
              label
            }
            progressivity
            objectives
            durationMinutes
            setting
            tools
            course
            assessment
            generalisation
            licence
          }
        }
      }
    }
  `),
  variables: ({ params }) => ({ slug: params.slug ?? "" }),
  subject: "scenario",
  // Whoever looks for the scenario is to find its latest words.
  head: (data, { params }) => {
    const version = versionOf(data, params.number);
    const number = Number(params.number);
    return {
      title: version ? t`${version.title}, version ${number}` : t`Version inconnue`,
      description: version?.text?.summary,
      canonical: `/scenarios/${data.scenario?.slug ?? params.slug}`,
      type: "article",
      noindex: data.scenario?.state !== "PUBLISHED" || !version,
    };
  },
  status: (data, { params }) => {
    if (data.scenario?.state === "WITHDRAWN") return 410;
    return versionOf(data, params.number) ? 200 : 404;
  },
});

export const loader = page.loader;
export const clientLoader = page.clientLoader;
export const meta = page.meta;

type Version = NonNullable<VersionPageQuery["scenario"]>["versions"][number];

const versionOf = ({ scenario }: VersionPageQuery, number: string | undefined): Version | undefined =>
  scenario?.versions.find((version) => String(version.number) === number);

/** What one published version said, at an address that stays. */
export default function VersionView() {
  const { data, place } = page.useData();
  const { scenario } = data;
  const version = versionOf(data, place.params.number);
  if (!scenario) return null;
  const path: [string, string][] = [
    [t`Scénarios`, "/scenarios"],
    [scenario.title, `/scenarios/${scenario.slug}`],
  ];
  if (scenario.state === "WITHDRAWN" || !version) {
    return (
      <Page title={t`Version inconnue`} path={path}>
        <p>{scenario.state === "WITHDRAWN" ? t`Ce scénario a été retiré.` : t`Ce scénario n’a pas cette version.`}</p>
        <Others scenario={scenario} />
      </Page>
    );
  }
  return (
    <Page title={version.title} content path={path} lead={<Lead version={version} />}>
      <Standing scenario={scenario} version={version} />
      {version.text ? <Words text={version.text} /> : <p>{t`Le texte de cette version n’a pas été gardé.`}</p>}
      <Others scenario={scenario} />
    </Page>
  );
}

const Lead = ({ version: { text } }: { version: Version }) => (text ? <p lang={inFrench}>{text.summary}</p> : null);

type Scenario = NonNullable<VersionPageQuery["scenario"]>;

function Standing({ scenario, version }: { scenario: Scenario; version: Version }) {
  const latest = scenario.versions.at(-1)?.number === version.number;
  const { number, publishedAt } = version;
  return (
    <p className="fr-hint-text">
      <Trans>
        Version {number}, publiée le <Time at={publishedAt} />.
      </Trans>{" "}
      {latest ? (
        <Link to={`/scenarios/${scenario.slug}`}>{t`C’est la dernière : lire la page du scénario`}</Link>
      ) : (
        <Link to={`/scenarios/${scenario.slug}`}>{t`Lire la dernière version`}</Link>
      )}
    </p>
  );
}

function Words({ text }: { text: NonNullable<Version["text"]> }) {
  const labelled = (terms: readonly { label: string }[]) =>
    terms.length > 0 && <French key="terms">{terms.map(({ label }) => label).join(", ")}</French>;
  return (
    <>
      <Facts
        facts={[
          [t`Disciplines`, labelled(text.disciplines)],
          [t`Niveaux`, labelled(text.levels)],
          [t`Durée`, text.durationMinutes && duration(text.durationMinutes)],
          [t`Progressivité`, text.progressivity && labelOf("Progressivity", text.progressivity)],
          [t`Compétences numériques`, labelled(text.competences)],
          [t`Lieux et modalités`, text.setting && <French key="setting">{text.setting}</French>],
          [t`Matériel et outils`, text.tools && <French key="tools">{text.tools}</French>],
          [t`Licence`, text.licence],
        ]}
      />
      {(
        [
          [t`Objectifs`, text.objectives],
          [t`Déroulé`, text.course],
          [t`Évaluation`, text.assessment],
          [t`Pour généraliser`, text.generalisation],
        ] as const
      )
        .filter(([, words]) => words)
        .map(([title, words]) => (
          <Section key={title} title={title}>
            <Prose text={words} />
          </Section>
        ))}
    </>
  );
}

const Others = ({ scenario }: { scenario: Scenario }) => (
  <Section title={t`Toutes les versions`}>
    <ol reversed>
      {[...scenario.versions].reverse().map(({ number, title, publishedAt }) => (
        <li key={number} value={number}>
          <Link to={`/scenarios/${scenario.slug}/versions/${number}`}>
            <French>{title}</French>, <Time at={publishedAt} />
          </Link>
        </li>
      ))}
    </ol>
  </Section>
);
