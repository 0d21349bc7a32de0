import { t } from "@lingui/core/macro";
import { Link } from "react-router";
import { definePage } from "../../../apollo/page.ts";
import {
  Copies,
  Distribute,
  Foreword,
  Missing,
  Sign,
  Signatures,
  WriteForeword,
} from "../../../features/communications/SynthesisSteps.tsx";
import { SynthesisText } from "../../../features/communications/SynthesisText.tsx";
import { can } from "../../../features/people/rights.ts";
import { graphql } from "../../../gen/gql.ts";
import type { SynthesisDeskFragment } from "../../../gen/graphql.ts";
import { inFrench } from "../../../language.ts";
import { Prose } from "../../../ui/Prose.tsx";
import { Section } from "../../../ui/Section.tsx";
import { StateBadge } from "../../../ui/StateBadge.tsx";
import { Screen } from "../parts/Screen.tsx";

const page = definePage({
  query: graphql(`
    query SynthesisScreen($id: ID!) {
      synthesis(id: $id) {
        ...SynthesisDesk
        theme {
          id
          title
        }
      }
      viewer {
        ...ViewerRights
      }
    }
  `),
  variables: ({ params }) => ({ id: params.id ?? "" }),
  subject: "synthesis",
  head: ({ synthesis }) => ({ title: synthesis?.title ?? "", noindex: true }),
  fresh: true,
});

export const loader = page.loader;
export const clientLoader = page.clientLoader;
export const meta = page.meta;

export default function SynthesisScreen() {
  const { data } = page.useData();
  const { synthesis, viewer } = data;
  if (!synthesis) return null;
  const scope = { themeId: synthesis.theme.id };
  const writes = synthesis.state === "DRAFT" && can(viewer, "writeSynthesis", scope);
  const signs = writes && synthesis.awaited.some(({ id }) => id === viewer?.person?.id);
  const prefaces = synthesis.state !== "DISTRIBUTED" && can(viewer, "writeForeword", scope);
  return (
    <Screen title={synthesis.title} content path={[[synthesis.theme.title, `/espace/themes/${synthesis.theme.id}`]]}>
      <p className="item__facts">
        <StateBadge of="SynthesisState" value={synthesis.state} />
        {synthesis.state === "DISTRIBUTED" && (
          <>
            <span>
              <Link to={`/syntheses/${synthesis.id}`}>{t`Page publique`}</Link>
            </span>
            <span>
              <a href={synthesis.documentUrl}>{t`Document PDF`}</a>
            </span>
          </>
        )}
      </p>
      {synthesis.missing.length > 0 && (
        <Section title={t`Ce qui manque`}>
          <Missing synthesis={synthesis} />
        </Section>
      )}
      <Section title={t`Texte`}>
        {writes ? <SynthesisText key={synthesis.id} synthesis={synthesis} /> : <Written synthesis={synthesis} />}
      </Section>
      <Section title={t`Signatures`}>
        <Signatures synthesis={synthesis} />
        {signs && <Sign synthesis={synthesis} />}
      </Section>
      <Section title={t`Avant-propos`}>
        <Foreword synthesis={synthesis} />
        {prefaces && <WriteForeword synthesis={synthesis} />}
      </Section>
      {(synthesis.state === "DISTRIBUTED" || can(viewer, "distributeSynthesis", scope)) && (
        <Section title={t`Diffusion`}>
          {synthesis.state === "DRAFT" && <p>{t`Elle se diffuse une fois signée.`}</p>}
          {synthesis.state !== "DISTRIBUTED" && (
            <p>
              <Link to="/espace/destinataires">{t`Adresses des destinataires fixes`}</Link>
            </p>
          )}
          {synthesis.state === "SIGNED" && can(viewer, "distributeSynthesis", scope) && (
            <Distribute synthesis={synthesis} />
          )}
          {synthesis.copies && synthesis.copies.length > 0 && <Copies synthesis={synthesis} />}
        </Section>
      )}
    </Screen>
  );
}

const Written = ({ synthesis }: { synthesis: SynthesisDeskFragment }) =>
  synthesis.sections
    .filter(({ text }) => text.trim() !== "")
    .map(({ code, title, text }) => (
      <section key={code}>
        <h3 className="fr-h5" lang={inFrench}>
          {title}
        </h3>
        <Prose text={text} />
      </section>
    ));
