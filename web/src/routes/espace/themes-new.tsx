import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { useNavigate } from "react-router";
import { definePage } from "../../apollo/page.ts";
import { can, whoMay } from "../../features/people/rights.ts";
import { graphql } from "../../gen/gql.ts";
import type { NewThemeScreenQuery, ThemeKind } from "../../gen/graphql.ts";
import { CommandForm } from "../../ui/CommandForm.tsx";
import { useRefusals } from "../../ui/command.ts";
import { Empty } from "../../ui/Empty.tsx";
import { CheckboxesField, RadioField, TextAreaField, TextField } from "../../ui/fields.tsx";
import { lines, numberOf, text, texts } from "../../ui/formData.ts";
import { options } from "../../ui/labels.ts";
import { Screen } from "./parts/Screen.tsx";

const PROPOSE_THEME = graphql(`
  mutation ProposeTheme($input: ProposeThemeInput!) {
    proposeTheme(input: $input) {
      theme {
        id
      }
      errors {
        ...RefusalFields
      }
    }
  }
`);

const page = definePage({
  query: graphql(`
    query NewThemeScreen($campaign: ID!) {
      viewer {
        ...ViewerRights
      }
      campaign(id: $campaign) {
        id
        label
      }
      disciplines {
        code
        label
        transversal
      }
    }
  `),
  variables: ({ search }) => ({ campaign: search.get("campagne") ?? "" }),
  subject: "campaign",
  head: () => ({ title: t`Proposer un thème`, noindex: true }),
});

export const loader = page.loader;
export const clientLoader = page.clientLoader;
export const meta = page.meta;

export default function NewTheme() {
  const { campaign, viewer, disciplines } = page.useData().data;
  if (!campaign) return null;
  return (
    <Screen
      title={t`Proposer un thème`}
      path={[
        [t`Campagnes`, "/espace/campagnes"],
        [campaign.label, `/espace/campagnes/${campaign.id}`],
      ]}
    >
      {can(viewer, "proposeTheme") ? (
        <ProposeTheme campaignId={campaign.id} disciplines={disciplines ?? []} />
      ) : (
        <Empty>
          <Trans>Proposer un thème revient à : {whoMay("proposeTheme")}.</Trans>
        </Empty>
      )}
    </Screen>
  );
}

interface ProposeThemeProps {
  campaignId: string;
  disciplines: NonNullable<NewThemeScreenQuery["disciplines"]>;
}

function ProposeTheme({ campaignId, disciplines }: ProposeThemeProps) {
  const navigate = useNavigate();
  const command = useRefusals(
    PROPOSE_THEME,
    (data) => data.proposeTheme,
    ({ proposeTheme }) => void navigate(`/espace/themes/${proposeTheme.theme?.id ?? ""}`),
  );
  const variables = (form: FormData) => ({
    input: {
      campaignId,
      title: text(form, "title"),
      questions: lines(form, "questions"),
      axes: lines(form, "axes"),
      kind: text(form, "kind") as ThemeKind,
      disciplineCodes: texts(form, "disciplineCodes"),
      durationYears: numberOf(form, "durationYears") ?? 1,
    },
  });
  return (
    <CommandForm command={command} variables={variables} submit={t`Proposer le thème`}>
      <p>{t`Le thème entrera dans l’appel quand l’inspection générale aura donné son accord.`}</p>
      <TextField name="title" label={t`Titre du thème`} />
      <TextAreaField name="questions" label={t`Problématiques`} hint={t`Une par ligne.`} optional />
      <TextAreaField name="axes" label={t`Axes de travail`} hint={t`Un par ligne.`} optional />
      <RadioField
        name="kind"
        label={t`Nature`}
        defaultValue="DISCIPLINARY"
        options={options("ThemeKind").map((option) => ({ ...option, hint: kindHints[option.value] }))}
      />
      <CheckboxesField
        name="disciplineCodes"
        label={t`Disciplines`}
        options={disciplines.map(({ code, label }) => ({ value: code, label }))}
      />
      <RadioField
        name="durationYears"
        label={t`Durée`}
        hint={t`Une seconde année suit une synthèse intermédiaire (R46, R92).`}
        defaultValue="1"
        options={[
          { value: "1", label: t`Une année scolaire` },
          { value: "2", label: t`Deux années scolaires` },
        ]}
      />
    </CommandForm>
  );
}

const kindHints: Record<string, string> = {
  DISCIPLINARY: t`Une discipline et une seule.`,
  INTERDISCIPLINARY: t`Au moins deux disciplines.`,
  TRANSDISCIPLINARY: t`Au-delà des disciplines ; aucune n’est exigée.`,
};
