import { plural, t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import type { ApplicationDossierFragment } from "../../gen/graphql.ts";
import { inFrench } from "../../language.ts";
import { fieldId } from "../../ui/command.ts";
import { French } from "../../ui/French.tsx";
import { focusField } from "../../ui/focusField.ts";
import { requiredFields } from "./revision.ts";

/** How far the application is, and exactly what is missing; each item leads to its field where one can fill it in. */
export function Progress({ missing, editable }: { missing: ApplicationDossierFragment["missing"]; editable: boolean }) {
  const total = requiredFields.length;
  const done = Math.max(0, total - missing.length);
  return (
    <>
      <p id="avancement" className="fr-mb-1v">
        {plural(done, { one: `# élément obligatoire sur ${total}`, other: `# éléments obligatoires sur ${total}` })}
      </p>
      <progress value={done} max={total} aria-labelledby="avancement" />
      {missing.length === 0 ? (
        <p>{t`Il ne manque rien : la candidature peut être déposée.`}</p>
      ) : (
        <ul>
          {missing.map(({ code, field, message, requirement }) => (
            <li key={`${code} ${field}`}>
              {field && editable ? (
                <a
                  href={`#${fieldId(field)}`}
                  lang={inFrench}
                  onClick={(event) => focusField(field) && event.preventDefault()}
                >
                  {message}
                </a>
              ) : (
                <French>{message}</French>
              )}{" "}
              <span className="fr-hint-text">
                <Trans>Cahier des charges, {requirement}</Trans>
              </span>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
