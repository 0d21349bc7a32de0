import { useLazyQuery } from "@apollo/client/react";
import { Button } from "@codegouvfr/react-dsfr/Button";
import { t } from "@lingui/core/macro";
import { definePage } from "../../../apollo/page.ts";
import { Corrections } from "../../../features/people/Corrections.tsx";
import { ErasureProgress } from "../../../features/people/ErasureProgress.tsx";
import { ImportPersons } from "../../../features/people/ImportPersons.tsx";
import { RecordPerson } from "../../../features/people/RecordPerson.tsx";
import { can, holds } from "../../../features/people/rights.ts";
import { TermsForm } from "../../../features/people/TermsForm.tsx";
import { graphql } from "../../../gen/gql.ts";
import type { DataCareQuery } from "../../../gen/graphql.ts";
import { Empty } from "../../../ui/Empty.tsx";
import { Reveal } from "../../../ui/Reveal.tsx";
import { Section } from "../../../ui/Section.tsx";
import { useRefresh } from "../../../ui/useRefresh.ts";
import { Screen } from "../parts/Screen.tsx";

const page = definePage({
  query: graphql(`
    query DataCare {
      viewer {
        ...ViewerRights
      }
      academies {
        code
        name
      }
      corrections {
        ...OpenCorrection
      }
      erasures(open: true, first: 50) {
        totalCount
        nodes {
          ...ErasureProgress
        }
      }
      terms {
        ...RetentionTerms
      }
    }
  `),
  subject: "corrections",
  fresh: true,
  head: () => ({ title: t`Personnes et données`, noindex: true }),
});

export const loader = page.loader;
export const clientLoader = page.clientLoader;
export const meta = page.meta;

/** An academy looks after its persons; the administration after all of them, and after what is kept of them. */
export default function DataCare() {
  const { data } = page.useData();
  const refresh = useRefresh();
  const { viewer = null, corrections, erasures, terms } = data;
  const everywhere = holds(viewer, "ADMIN");
  const mine = academiesOf(data);
  return (
    <Screen title={t`Personnes et données`}>
      <Section title={t`Enregistrer une personne`}>
        <Reveal label={t`Enregistrer une personne`}>{() => <RecordPerson academies={mine} />}</Reveal>
      </Section>
      <Section title={t`Importer et exporter`}>
        <Export academyCode={everywhere ? undefined : mine[0]?.code} />
        <ImportPersons />
      </Section>
      <Section title={t`Demandes de rectification`}>
        <Corrections corrections={corrections ?? []} onDone={refresh} />
      </Section>
      {can(viewer, "careForData") && (
        <>
          <Section title={t`Effacements en cours`}>
            {erasures && erasures.nodes.length > 0 ? (
              erasures.nodes.map((erasure) => <ErasureProgress key={erasure.id} erasure={erasure} />)
            ) : (
              <Empty>{t`Aucun effacement n’attend.`}</Empty>
            )}
          </Section>
          <Section title={t`Durées`}>{terms && <TermsForm terms={terms} />}</Section>
        </>
      )}
    </Screen>
  );
}

/** Those of which the viewer records persons. */
const academiesOf = ({ viewer = null, academies }: DataCareQuery) =>
  (academies ?? []).filter(({ code }) => can(viewer, "recordPerson", { academyCodes: [code] }));

const SHEET = graphql(`
  query PersonsSheet($academyCode: ID) {
    personsSheet(academyCode: $academyCode)
  }
`);

function Export({ academyCode }: { academyCode?: string }) {
  const [load] = useLazyQuery(SHEET, { fetchPolicy: "network-only" });
  const save = async () => {
    const { data } = await load({ variables: { academyCode } });
    if (!data?.personsSheet) return;
    const url = URL.createObjectURL(new Blob([data.personsSheet], { type: "text/csv;charset=utf-8" }));
    const link = document.createElement("a");
    link.href = url;
    link.download = "personnes.csv";
    link.click();
    URL.revokeObjectURL(url);
  };
  return (
    <p>
      <Button priority="secondary" iconId="fr-icon-download-line" onClick={() => void save()}>
        {t`Exporter les personnes et leurs mandats`}
      </Button>
    </p>
  );
}
