import { Button } from "@codegouvfr/react-dsfr/Button";
import { t } from "@lingui/core/macro";
import { useState } from "react";

/** Selected by hand where the browser does not let a page write to the clipboard. */
export function CopyHtml({ html }: { html: string }) {
  const [copied, setCopied] = useState(false);
  const copy = async () => {
    await navigator.clipboard?.writeText(html).then(
      () => setCopied(true),
      () => setCopied(false),
    );
  };
  return (
    <details>
      <summary>{t`HTML à coller dans un autre site`}</summary>
      <label className="fr-label" htmlFor="letter-html">
        {t`HTML du numéro`}
      </label>
      <textarea id="letter-html" className="fr-input" rows={10} readOnly value={html} />
      <Button type="button" size="small" priority="secondary" onClick={() => void copy()}>
        {t`Copier`}
      </Button>
      <p role="status">{copied && t`Copié.`}</p>
    </details>
  );
}
