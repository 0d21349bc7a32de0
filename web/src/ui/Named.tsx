import { t } from "@lingui/core/macro";

/** A button's verb, and for those who do not see beside what it stands, its object. */
export const Named = ({ verb, name }: { verb: string; name: string }) => (
  <>
    {verb}
    <span className="fr-sr-only"> {t`« ${name} »`}</span>
  </>
);
