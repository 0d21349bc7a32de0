import { Button } from "@codegouvfr/react-dsfr/Button";
import { t } from "@lingui/core/macro";
import { useEffect, useState } from "react";
import { useLocation } from "react-router";
import { offerUndo, useUndoable } from "./undo.ts";

/** Once a page: says what was taken away, and gives it back. */
export function UndoBar() {
  const undoable = useUndoable();
  const { pathname } = useLocation();
  const [failed, setFailed] = useState(false);

  // biome-ignore lint/correctness/useExhaustiveDependencies: what was offered belongs to the page that one leaves.
  useEffect(() => {
    setFailed(false);
    offerUndo(null);
  }, [pathname]);

  const undo = async () => {
    const back = await undoable?.undo();
    setFailed(!back);
    if (back) offerUndo(null);
  };
  return (
    <div className="undo" role="status" data-shown={undoable !== null}>
      {undoable && (
        <>
          <p>{failed ? t`L’annulation n’a pas abouti : réessayez dans un instant.` : undoable.said}</p>
          <Button type="button" size="small" priority="secondary" onClick={() => void undo()}>
            {t`Annuler`}
          </Button>
          <Button type="button" size="small" priority="tertiary no outline" onClick={() => offerUndo(null)}>
            {t`Fermer`}
          </Button>
        </>
      )}
    </div>
  );
}
