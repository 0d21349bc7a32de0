import { Alert } from "@codegouvfr/react-dsfr/Alert";
import { Button } from "@codegouvfr/react-dsfr/Button";
import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { langOf } from "./command.ts";
import { SaveState } from "./SaveState.tsx";
import type { Draft } from "./useDraft.ts";

interface DraftStateProps<Fields extends object> {
  draft: Draft<Fields>;
  /** A field's name and what it holds, in French. */
  show: (name: keyof Fields, value: Fields[keyof Fields]) => { label: string; text: string };
}

/** Where the text stands: saved, refused, taken up again, or changed by somebody else meanwhile. */
export const DraftState = <Fields extends object>({ draft, show }: DraftStateProps<Fields>) => (
  <div className="draft-state">
    <SaveState saving={draft.saving} />
    {draft.saving.state === "failed" && !draft.theirs && (
      <>
        {draft.refusals.length > 0 && (
          <ul className="fr-error-text">
            {draft.refusals.map((refusal) => (
              <li key={refusal.code + refusal.message} lang={langOf(refusal)}>
                {refusal.message}
              </li>
            ))}
          </ul>
        )}
        <Button type="button" size="small" priority="secondary" onClick={draft.saveNow}>
          {t`Enregistrer maintenant`}
        </Button>
      </>
    )}
    {draft.restored && draft.saving.state === "clean" && (
      <p className="fr-hint-text">{t`Votre saisie non enregistrée a été reprise.`}</p>
    )}
    {draft.theirs && <Conflict draft={draft} theirs={draft.theirs} show={show} />}
  </div>
);

function Conflict<Fields extends object>({
  draft,
  theirs,
  show,
}: DraftStateProps<Fields> & { theirs: Partial<Fields> }) {
  const names = Object.keys(theirs) as (keyof Fields)[];
  return (
    <div className="conflict" role="alert">
      <Alert
        severity="warning"
        small
        description={t`Une autre personne a modifié ce texte pendant que vous l’écriviez. Rien n’est perdu : choisissez la version à garder.`}
      />
      {names.map((name) => {
        const mine = show(name, draft.fields[name]);
        const other = show(name, theirs[name] as Fields[keyof Fields]);
        return (
          <div key={String(name)} className="conflict__versions">
            <div>
              <p className="conflict__title">
                <Trans>{mine.label} : votre version</Trans>
              </p>
              <p className="prose">{mine.text || t`(vide)`}</p>
            </div>
            <div>
              <p className="conflict__title">
                <Trans>{other.label} : version enregistrée</Trans>
              </p>
              <p className="prose">{other.text || t`(vide)`}</p>
            </div>
          </div>
        );
      })}
      <div className="command-form__actions">
        <Button type="button" size="small" onClick={draft.keepMine}>
          {t`Garder ma version`}
        </Button>
        <Button type="button" size="small" priority="secondary" onClick={draft.takeTheirs}>
          {t`Prendre la version enregistrée`}
        </Button>
      </div>
    </div>
  );
}
