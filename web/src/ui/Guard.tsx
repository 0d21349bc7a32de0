import { Button } from "@codegouvfr/react-dsfr/Button";
import { t } from "@lingui/core/macro";
import { useEffect, useRef } from "react";
import { useBlocker } from "react-router";
import { isUnsaved, saveAll } from "./unsaved.ts";

/** Once a page: nobody leaves a text that is not saved without being asked, by a link or by closing the window. */
export function Guard() {
  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) => isUnsaved() && currentLocation.pathname !== nextLocation.pathname,
  );
  const dialog = useRef<HTMLDialogElement>(null);
  const { state, proceed, reset } = blocker;

  useEffect(() => {
    if (state !== "blocked") return dialog.current?.close();
    // What saves itself only wants a moment.
    void saveAll().then((saved) => (saved ? proceed?.() : dialog.current?.showModal()));
  }, [state, proceed]);

  useEffect(() => {
    const ask = (event: BeforeUnloadEvent) => {
      if (isUnsaved()) event.preventDefault();
    };
    window.addEventListener("beforeunload", ask);
    return () => window.removeEventListener("beforeunload", ask);
  }, []);

  return (
    <dialog ref={dialog} className="guard" aria-labelledby="guard-title" onCancel={() => reset?.()}>
      <h2 className="fr-h5" id="guard-title">
        {t`Quitter cette page ?`}
      </h2>
      <p>{t`Ce que vous avez saisi n’est pas enregistré.`}</p>
      <div className="actions">
        <Button type="button" onClick={() => reset?.()}>
          {t`Rester sur la page`}
        </Button>
        <Button type="button" priority="secondary" onClick={() => proceed?.()}>
          {t`Quitter sans enregistrer`}
        </Button>
      </div>
    </dialog>
  );
}
