import { t } from "@lingui/core/macro";
import type { CampaignSetupFragment } from "../../gen/graphql.ts";
import { FileField } from "../../ui/FileField.tsx";
import { Events } from "./History.tsx";

/** The cahier des charges as a file, with who deposited, replaced or removed it (R01). */
export const SpecificationField = ({ campaign }: { campaign: CampaignSetupFragment }) => (
  <>
    <FileField
      name="specificationFileId"
      label={t`Fichier du cahier des charges`}
      hint={t`PDF, ODT ou DOCX ; 10 Mo au plus. Tout le monde le lit dès que l’appel est ouvert, le département DNE A2 avant.`}
      to="/files/projects"
      optional
      defaultValue={campaign.specificationFile ?? undefined}
    />
    {campaign.specificationHistory && campaign.specificationHistory.length > 0 && (
      <details className="fr-mb-3w">
        <summary>{t`Dépôts et retraits du fichier`}</summary>
        <Events events={campaign.specificationHistory} />
      </details>
    )}
  </>
);
