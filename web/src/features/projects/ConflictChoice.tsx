import { Button } from "@codegouvfr/react-dsfr/Button";
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
      Une autre personne a modifié la même chose
    </h2>
    <p>Rien n’est perdu : choisissez la version à garder. Les autres champs continuent d’être enregistrés.</p>
    {conflict.fields.map((field) => (
      <div key={field}>
        <h3 className="fr-h6">{fieldNames[field]}</h3>
        <div className="conflict__versions">
          <div>
            <p className="fr-text--bold">Ma version</p>
            <blockquote>{shown(mine, field)}</blockquote>
            <Button type="button" size="small" onClick={() => onChoose(field, "mine")}>
              Garder la mienne
            </Button>
          </div>
          <div>
            <p className="fr-text--bold">La version enregistrée</p>
            <blockquote>{shown(conflict.theirs, field)}</blockquote>
            <Button type="button" size="small" priority="secondary" onClick={() => onChoose(field, "theirs")}>
              Prendre celle-ci
            </Button>
          </div>
        </div>
      </div>
    ))}
  </section>
);
