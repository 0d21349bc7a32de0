import { Trans } from "@lingui/react/macro";
import { French } from "../../ui/French.tsx";

/** What was really looked for, when a word stands in no scenario. */
export function Spelling({ asked, meant }: { asked: string | null; meant?: string | null }) {
  if (!meant) return null;
  return (
    <p role="status">
      <Trans>
        Aucun scénario ne contient tous les mots de « {asked} ». Résultats pour «{" "}
        <strong>
          <French>{meant}</French>
        </strong>{" "}
        ».
      </Trans>
    </p>
  );
}
