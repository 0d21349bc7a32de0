import type { ApplicationDossierFragment } from "../../gen/graphql.ts";
import { fieldId } from "../../ui/command.ts";
import { focusField } from "../../ui/focusField.ts";
import { requiredFields } from "./revision.ts";

/** How far the application is, and exactly what is missing; each item leads to its field where one can fill it in. */
export function Progress({ missing, editable }: { missing: ApplicationDossierFragment["missing"]; editable: boolean }) {
  const total = requiredFields.length;
  const done = Math.max(0, total - missing.length);
  return (
    <>
      <p id="avancement" className="fr-mb-1v">
        {done} {done < 2 ? "élément obligatoire" : "éléments obligatoires"} sur {total}
      </p>
      <progress value={done} max={total} aria-labelledby="avancement" />
      {missing.length === 0 ? (
        <p>Il ne manque rien : la candidature peut être déposée.</p>
      ) : (
        <ul>
          {missing.map(({ code, field, message, requirement }) => (
            <li key={`${code} ${field}`}>
              {field && editable ? (
                <a href={`#${fieldId(field)}`} onClick={(event) => focusField(field) && event.preventDefault()}>
                  {message}
                </a>
              ) : (
                message
              )}{" "}
              <span className="fr-hint-text">Cahier des charges, {requirement}</span>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
