import { t } from "@lingui/core/macro";
import { hour } from "./dates.ts";

export type Saving =
  | { state: "clean" }
  | { state: "dirty" }
  | { state: "saving" }
  | { state: "saved"; at: string }
  | { state: "refused" }
  | { state: "offline" }
  | { state: "ended" };

function sentence(saving: Saving): string {
  switch (saving.state) {
    case "clean":
      return "";
    case "dirty":
      return t`Modifications non enregistrées`;
    case "saving":
      return t`Enregistrement…`;
    case "saved":
      return t`Enregistré à ${hour(saving.at)}`;
    case "refused":
      return t`Non enregistré : une saisie est à corriger.`;
    case "offline":
      return t`Hors connexion, ou le service ne répond pas : votre texte est gardé ici et partira dès que possible.`;
    case "ended":
      return t`Votre session est terminée. Votre texte est gardé dans cette fenêtre.`;
  }
}

/** Where the person's text stands, announced to screen readers. */
export const SaveState = ({ saving }: { saving: Saving }) => (
  <p className="save-state" role="status" data-state={saving.state}>
    {sentence(saving)}
  </p>
);
