import { t } from "@lingui/core/macro";
import { FileLink } from "../../ui/FileLink.tsx";

interface Specified {
  specificationUrl?: string | null;
  specificationFile?: { name: string; size: number; url: string } | null;
}

/** Is there anything to read? */
export const isSpecified = ({ specificationUrl, specificationFile }: Specified): boolean =>
  Boolean(specificationUrl ?? specificationFile);

/** The cahier des charges of a campaign: its file, its address, or both (R01). */
export const Specification = ({ campaign: { specificationUrl, specificationFile } }: { campaign: Specified }) => (
  <>
    {specificationFile && <FileLink file={specificationFile} title={t`Cahier des charges`} />}
    {specificationFile && specificationUrl && <br />}
    {specificationUrl && <a href={specificationUrl}>{t`Lire le cahier des charges en ligne`}</a>}
  </>
);
