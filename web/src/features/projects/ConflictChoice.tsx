import { Button } from "@codegouvfr/react-dsfr/Button";
import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { type Draft, type Field, fieldNames, shown } from "./revision.ts";
import type { Conflict } from "./useRevision.ts";

interface ConflictChoiceProps {
  conflict: Conflict;
  mine: Draft;
  onChoose: (field: Field, choice: "mine" | "theirs") => void;
}

/** Another person changed the same field meanwhile: both versions, and the choice. */
export const ConflictChoice = ({ conflict, mine, onChoose }: ConflictChoiceProps) => (
  <section className="conflict" role="alert" aria-labelledby="conflit">
    <h2 id="conflit" className="fr-h5">
      {t`Une autre personne a modifié la même chose`}
    </h2>
    <p>
      <Trans>Rien n’est perdu : choisissez la version à garder. Les autres champs continuent d’être enregistrés.</Trans>
    </p>
    {conflict.fields.map((field) => (
      <div key={field}>
        <h3 className="fr-h6">{fieldNames[field]}</h3>
        <div className="conflict__versions">
          <div>
            <p className="fr-text--bold">{t`Ma version`}</p>
            <blockquote>{shown(mine, field)}</blockquote>
            <Button type="button" size="small" onClick={() => onChoose(field, "mine")}>
              {t`Garder la mienne`}
            </Button>
          </div>
          <div>
            <p className="fr-text--bold">{t`La version enregistrée`}</p>
            <blockquote>{shown(conflict.theirs, field)}</blockquote>
            <Button type="button" size="small" priority="secondary" onClick={() => onChoose(field, "theirs")}>
              {t`Prendre celle-ci`}
            </Button>
          </div>
        </div>
      </div>
    ))}
  </section>
);
