import { Button } from "@codegouvfr/react-dsfr/Button";
import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { useEffect, useState } from "react";
import { changedFields, type Draft, fieldNames } from "./revision.ts";
import { forget, recall } from "./unsaved.ts";

interface UnsavedProps {
  applicationId: string;
  current: Draft;
  onTake: (draft: Draft) => void;
}

/** Text that an earlier visit could not save is offered, never put in by itself. */
export function Unsaved({ applicationId, current, onTake }: UnsavedProps) {
  const [found, setFound] = useState<Draft | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what an earlier visit left is looked for once, not at each letter.
  useEffect(() => {
    const left = recall(applicationId);
    if (left && changedFields(current, left).length > 0) setFound(left);
  }, [applicationId]);
  if (!found) return null;
  const names = changedFields(current, found).map((field) => fieldNames[field]);
  return (
    <div className="conflict">
      <p>
        <Trans>
          Une saisie précédente n’a pas pu être enregistrée{names.length > 0 && ` (${names.join(", ").toLowerCase()})`}.
        </Trans>
      </p>
      <div className="actions">
        <Button
          type="button"
          onClick={() => {
            onTake(found);
            setFound(null);
          }}
        >
          {t`Reprendre cette saisie`}
        </Button>
        <Button
          type="button"
          priority="tertiary"
          onClick={() => {
            forget(applicationId);
            setFound(null);
          }}
        >
          {t`L’abandonner`}
        </Button>
      </div>
    </div>
  );
}
