import { t } from "@lingui/core/macro";
import { definePage } from "../../apollo/page.ts";
import { can, whoMay } from "../../features/people/rights.ts";
import { MoveDates, PhaseDates, Repeat, Settings } from "../../features/projects/CampaignForms.tsx";
import { PayWindows } from "../../features/projects/PayWindows.tsx";
import { ReviewersPanel } from "../../features/projects/ReviewersPanel.tsx";
import { graphql } from "../../gen/gql.ts";
import { Empty } from "../../ui/Empty.tsx";
import { Contents, Section } from "../../ui/Section.tsx";
import { useRefresh } from "../../ui/useRefresh.ts";
import { Screen } from "./parts/Screen.tsx";

const page = definePage({
  query: graphql(`
    query CampaignSettingsScreen($id: ID!) {
      viewer {
        ...ViewerRights
      }
      campaign(id: $id) {
        ...CampaignSetup
      }
    }
  `),
  variables: ({ params }) => ({ id: params.id ?? "" }),
  subject: "campaign",
  fresh: true,
  head: ({ campaign }) => ({ title: t`Réglages de la campagne ${campaign?.label ?? ""}`, noindex: true }),
});

export const loader = page.loader;
export const clientLoader = page.clientLoader;
export const meta = page.meta;

export default function CampaignSettings() {
  const { campaign, viewer } = page.useData().data;
  const refresh = useRefresh();
  if (!campaign) return null;
  const props = { campaign, onDone: refresh };
  return (
    <Screen title={t`Réglages`} path={[[t`Campagne ${campaign.label}`, `/espace/campagnes/${campaign.id}`]]}>
      {can(viewer, "reviseCampaign") ? (
        <>
          <Contents
            titles={[t`Dates`, t`Réglages de la sélection`, t`Versements`, t`Évaluateur·rices`, t`Campagne suivante`]}
          />
          <Section title={t`Dates`}>
            <MoveDates {...props} />
            <PhaseDates {...props} />
          </Section>
          <Section title={t`Réglages de la sélection`}>
            <Settings {...props} />
          </Section>
          <Section title={t`Versements`}>
            <PayWindows {...props} />
          </Section>
          <Section title={t`Évaluateur·rices`}>
            <ReviewersPanel {...props} />
          </Section>
          <Section title={t`Campagne suivante`}>
            <Repeat campaign={campaign} />
          </Section>
        </>
      ) : (
        <Empty>{t`Les réglages reviennent à : ${whoMay("reviseCampaign")}.`}</Empty>
      )}
    </Screen>
  );
}
