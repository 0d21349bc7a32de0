import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { definePage } from "../apollo/page.ts";
import { graphql } from "../gen/gql.ts";
import { inFrench } from "../language.ts";
import { Page } from "../ui/Page.tsx";
import { Prose } from "../ui/Prose.tsx";
import { Contents, Section } from "../ui/Section.tsx";
import { Time } from "../ui/Time.tsx";

const page = definePage({
  query: graphql(`
    query SynthesisPage($id: ID!) {
      synthesis(id: $id) {
        id
        title
        state
        distributedAt
        documentUrl
        theme {
          id
          title
        }
        foreword {
          text
          author {
            id
            displayName
          }
        }
        sections {
          code
          title
          text
        }
        signatures {
          at
          person {
            id
            displayName
          }
        }
      }
    }
  `),
  variables: ({ params }) => ({ id: params.id ?? "" }),
  subject: "synthesis",
  head: ({ synthesis }) => ({
    title: synthesis?.title ?? "",
    description: t`La synthèse des travaux des équipes sur ce thème.`,
    type: "article",
    noindex: synthesis?.state !== "DISTRIBUTED",
  }),
});

export const loader = page.loader;
export const clientLoader = page.clientLoader;
export const meta = page.meta;

export default function Synthesis() {
  const { data } = page.useData();
  const { synthesis } = data;
  if (!synthesis) return null;
  const { theme, foreword, distributedAt } = synthesis;
  const sections = synthesis.sections.filter(({ text }) => text.trim() !== "");
  const signed = synthesis.signatures.flatMap(({ person }) => person?.displayName ?? []);
  return (
    <Page
      title={synthesis.title}
      content
      path={[
        [t`Thèmes`, "/themes"],
        [theme.title, `/themes/${theme.id}`],
      ]}
    >
      <p className="item__facts">
        {distributedAt && (
          <span>
            <Trans>
              Publiée le <Time at={distributedAt} />
            </Trans>
          </span>
        )}
        {signed.length > 0 && <span>{signed.join(", ")}</span>}
        {distributedAt && (
          <span>
            <a href={synthesis.documentUrl}>{t`Document PDF`}</a>
          </span>
        )}
      </p>
      <Contents titles={[foreword && t`Avant-propos`, ...sections.map(({ title }) => title)]} />
      {foreword && (
        <Section title={t`Avant-propos`}>
          <Prose text={foreword.text} />
          {foreword.author && <p className="fr-hint-text">{foreword.author.displayName}</p>}
        </Section>
      )}
      <div lang={inFrench}>
        {sections.map(({ code, title, text }) => (
          <Section key={code} title={title}>
            <Prose text={text} />
          </Section>
        ))}
      </div>
    </Page>
  );
}
