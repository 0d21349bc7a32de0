import { t } from "@lingui/core/macro";
import { hour } from "./dates.ts";

export type Saving =
  | { state: "clean" }
  | { state: "dirty" }
  | { state: "saving" }
  | { state: "saved"; at: string }
  | { state: "failed" };

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
    case "failed":
      return t`Échec de l’enregistrement : nouvel essai à la prochaine saisie.`;
  }
}

/** Where the person's text stands, announced to screen readers. */
export const SaveState = ({ saving }: { saving: Saving }) => (
  <p className="save-state" role="status" data-state={saving.state}>
    {sentence(saving)}
  </p>
);
