import type { HeaderProps } from "@codegouvfr/react-dsfr/Header";
import { createModal } from "@codegouvfr/react-dsfr/Modal";
import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";

const modal = createModal({ id: "fr-theme-modal", isOpenedByDefault: false });

export const displayButton = {
  iconId: "fr-icon-theme-fill",
  text: t`Paramètres d’affichage`,
  buttonProps: modal.buttonProps,
} satisfies HeaderProps.QuickAccessItem.Button;

const themes = [
  { value: "light", label: t`Thème clair` },
  { value: "dark", label: t`Thème sombre` },
  { value: "system", label: t`Système`, hint: t`Suit les paramètres de votre appareil.` },
];

/** react-dsfr's own dialog puts a second h1 on every page; DSFR's script finds the radios by name. */
export function DisplaySettings() {
  return (
    <modal.Component title={t`Paramètres d’affichage`} titleAs="h2" size="small">
      <div className="fr-display">
        <fieldset className="fr-fieldset">
          <legend className="fr-fieldset__legend fr-text--regular">
            <Trans>Choisissez l’apparence du site.</Trans>
          </legend>
          {themes.map(({ value, label, hint }) => (
            <div key={value} className="fr-fieldset__element">
              <div className="fr-radio-group">
                <input type="radio" name="fr-radios-theme" id={`theme-${value}`} value={value} />
                <label className="fr-label" htmlFor={`theme-${value}`}>
                  {label}
                  {hint && <span className="fr-hint-text">{hint}</span>}
                </label>
              </div>
            </div>
          ))}
        </fieldset>
      </div>
    </modal.Component>
  );
}
