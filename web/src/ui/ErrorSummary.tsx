import { Alert } from "@codegouvfr/react-dsfr/Alert";
import { plural } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { type MouseEvent, type RefObject, useContext } from "react";
import { FormScope, fieldId, langOf, type Refusal } from "./command.ts";
import { focusField } from "./focusField.ts";

interface ErrorSummaryProps {
  refusals: readonly Refusal[];
  /** Receives the focus when a command is refused. */
  ref?: RefObject<HTMLDivElement | null>;
  titleAs?: "h2" | "h3" | "h4";
}

/** What is refused, above the form, each item a link to its field where there is one. */
export function ErrorSummary({ refusals, ref, titleAs = "h2" }: ErrorSummaryProps) {
  return (
    <div ref={ref} tabIndex={-1} className="error-summary">
      {refusals.length > 0 && (
        <Alert
          severity="error"
          as={titleAs}
          title={plural(refusals.length, { one: "# point à corriger", other: "# points à corriger" })}
          description={
            <ul>
              {refusals.map((refusal) => (
                <li key={`${refusal.code} ${refusal.field ?? ""} ${refusal.message}`}>
                  <RefusalText refusal={refusal} />
                  {refusal.requirement && (
                    <span className="fr-hint-text">
                      <Trans>Cahier des charges, {refusal.requirement}</Trans>
                    </span>
                  )}
                </li>
              ))}
            </ul>
          }
        />
      )}
    </div>
  );
}

function RefusalText({ refusal }: { refusal: Refusal }) {
  const { field, message } = refusal;
  const lang = langOf(refusal);
  const scope = useContext(FormScope);
  if (!field) return <span lang={lang}>{message}</span>;
  const id = fieldId(field, scope);
  const toField = (event: MouseEvent) => {
    if (focusField(field, scope)) event.preventDefault();
  };
  return (
    <a href={`#${id}`} onClick={toField} lang={lang}>
      {message}
    </a>
  );
}
