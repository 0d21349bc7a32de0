import { Button } from "@codegouvfr/react-dsfr/Button";
import { t } from "@lingui/core/macro";
import { useState } from "react";
import { addressesOf, mailTo } from "./addresses.ts";

interface WriteToGroupProps {
  persons: readonly { email?: string | null }[];
  subject: string;
}

/** One button to write to the whole group. The graph gives addresses to who may see them only: without any, nothing. */
export function WriteToGroup({ persons, subject }: WriteToGroupProps) {
  const addresses = addressesOf(persons);
  const [copied, setCopied] = useState(false);
  if (addresses.length === 0) return null;
  const href = mailTo(addresses, subject);
  const copy = () => void navigator.clipboard.writeText(addresses.join(", ")).then(() => setCopied(true));
  return (
    <div className="write-to">
      {href && (
        <a className="fr-btn fr-btn--secondary" href={href}>
          {t`Écrire au groupe`}
        </a>
      )}
      <Button type="button" priority="tertiary" onClick={copy}>
        {t`Copier les adresses`}
      </Button>
      <p role="status" className="fr-hint-text">
        {copied && t`Les adresses sont copiées : ${addresses.length}.`}
      </p>
    </div>
  );
}
