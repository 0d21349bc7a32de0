import { t } from "@lingui/core/macro";
import { definePage } from "../apollo/page.ts";
import { graphql } from "../gen/gql.ts";
import { Page } from "../ui/Page.tsx";
import { Contents } from "../ui/Section.tsx";
import { Group } from "./theme/Group.tsx";
import { Meetings } from "./theme/Meetings.tsx";
import { Presentation, ThemeFacts } from "./theme/Presentation.tsx";
import { Productions } from "./theme/Productions.tsx";
import { Reviews } from "./theme/Reviews.tsx";
import { Syntheses } from "./theme/Syntheses.tsx";
import { ThemeParticipation } from "./theme/ThemeParticipation.tsx";
import { YEAR_TITLE, Year } from "./theme/Year.tsx";

/** One round trip through all five services. */
const page = definePage({
  query: graphql(`
    query ThemePage($id: ID!) {
      theme(id: $id) {
        id
        title
        ...ThemePresentation
        ...ThemeYear
        ...ThemeGroup
        ...ThemeMeetings
        ...ThemeProductions
        ...ThemeReviews
        ...ThemeParticipation
        ...ThemeSyntheses
      }
    }
  `),
  variables: ({ params }) => ({ id: params.id ?? "" }),
  subject: "theme",
  head: ({ theme }) => ({
    title: theme?.title ?? "",
    description: theme?.questions[0] ?? t`Le thème « ${theme?.title ?? ""} » des travaux académiques mutualisés.`,
    type: "article",
  }),
});

export const loader = page.loader;
export const clientLoader = page.clientLoader;
export const meta = page.meta;

export default function Theme() {
  const { data, failed } = page.useData();
  const { theme } = data;
  if (!theme) return null;
  const failedHere = (field: string) => failed(`theme.${field}`);
  return (
    <Page title={theme.title} content path={[[t`Thèmes`, "/themes"]]}>
      <Contents
        titles={[
          YEAR_TITLE,
          theme.questions.length > 0 && t`Problématiques`,
          theme.axes.length > 0 && t`Axes de travail`,
          t`Équipes`,
          t`Groupe de travail national`,
          t`Scénarios publiés`,
          t`Supports de communication`,
          t`Modules de formation`,
          t`Réunions nationales`,
          t`Revue de l’existant`,
          t`Revue de la littérature`,
          t`Synthèses`,
          t`Participation`,
        ]}
      />
      <ThemeFacts theme={theme} />
      <Year theme={theme} failed={failedHere} />
      <Presentation theme={theme} />
      <Group theme={theme} failed={failedHere} />
      <Productions theme={theme} failed={failedHere} />
      <Meetings theme={theme} failed={failedHere} />
      <Reviews theme={theme} failed={failedHere} />
      <Syntheses theme={theme} failed={failedHere} at="/syntheses" />
      <ThemeParticipation theme={theme} failed={failedHere} />
    </Page>
  );
}
