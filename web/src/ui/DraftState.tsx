import { Alert } from "@codegouvfr/react-dsfr/Alert";
import { Button } from "@codegouvfr/react-dsfr/Button";
import { t } from "@lingui/core/macro";
import { useLocation } from "react-router";
import { inFrench } from "../language.ts";
import { langOf } from "./command.ts";
import { SaveState } from "./SaveState.tsx";
import { leave } from "./unsaved.ts";
import type { Draft } from "./useDraft.ts";

interface DraftStateProps<Fields extends object> {
  draft: Draft<Fields>;
  /** A field's name and what it holds, in French. */
  show: (name: keyof Fields, value: Fields[keyof Fields]) => { label: string; text: string };
}

/** Where the text stands: saved, refused, waiting for the network or a new sign-in, taken up again, or disputed. */
export function DraftState<Fields extends object>({ draft, show }: DraftStateProps<Fields>) {
  const { saving, refusals, restored } = draft;
  const names = Object.keys(draft.theirs) as (keyof Fields)[];
  return (
    <div className="draft-state">
      {names.length === 0 && <SaveState saving={saving} />}
      {saving.state === "refused" && refusals.length > 0 && (
        <ul className="fr-error-text">
          {refusals.map((refusal) => (
            <li key={refusal.code + refusal.message} lang={langOf(refusal)}>
              {refusal.message}
            </li>
          ))}
        </ul>
      )}
      {(saving.state === "offline" || (saving.state === "refused" && names.length === 0)) && (
        <Button type="button" size="small" priority="secondary" onClick={() => void draft.saveNow()}>
          {t`Enregistrer maintenant`}
        </Button>
      )}
      {saving.state === "ended" && <SignInAgain />}
      {restored && saving.state !== "ended" && (
        <p className="fr-hint-text">{t`Votre saisie non enregistrée a été reprise.`}</p>
      )}
      {names.length > 0 && <Conflict draft={draft} names={names} show={show} />}
    </div>
  );
}

/** What is typed is kept in this window: it is there again after signing in. */
export function SignInAgain() {
  const { pathname, search } = useLocation();
  return (
    <a
      className="fr-btn fr-btn--sm"
      href={`/auth/login?returnTo=${encodeURIComponent(pathname + search)}`}
      onClick={leave}
    >
      {t`Se reconnecter et reprendre`}
    </a>
  );
}

type ConflictProps<Fields extends object> = DraftStateProps<Fields> & { names: (keyof Fields)[] };

const Conflict = <Fields extends object>({ draft, names, show }: ConflictProps<Fields>) => (
  <div className="conflict" role="alert">
    <Alert
      severity="warning"
      small
      description={t`Une autre personne a modifié la même chose que vous. Rien n’est perdu : choisissez la version à garder, champ par champ. Les autres champs sont enregistrés.`}
    />
    {names.map((name) => {
      const mine = show(name, draft.fields[name]);
      const other = show(name, draft.theirs[name] as Fields[keyof Fields]);
      return (
        <section key={String(name)} aria-label={mine.label}>
          <h3 className="fr-h6 fr-mb-1w">{mine.label}</h3>
          <div className="conflict__versions">
            <div>
              <p className="conflict__title">{t`Votre version`}</p>
              <p className="prose">{mine.text || t`(vide)`}</p>
              <Button type="button" size="small" onClick={() => draft.resolve(name, "mine")}>
                {t`Garder la mienne`}
              </Button>
            </div>
            <div>
              <p className="conflict__title">{t`La version enregistrée`}</p>
              <p className="prose" lang={inFrench}>
                {other.text || t`(vide)`}
              </p>
              <Button type="button" size="small" priority="secondary" onClick={() => draft.resolve(name, "theirs")}>
                {t`Prendre celle-ci`}
              </Button>
            </div>
          </div>
        </section>
      );
    })}
  </div>
);
