import { Alert } from "@codegouvfr/react-dsfr/Alert";
import { type MouseEvent, type RefObject, useContext } from "react";
import { FormScope, fieldId, type Refusal } from "./command.ts";
import { focusField } from "./focusField.ts";
import { count } from "./plural.ts";

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
          title={count(refusals.length, "point à corriger", "points à corriger")}
          description={
            <ul>
              {refusals.map((refusal) => (
                <li key={`${refusal.code} ${refusal.field ?? ""} ${refusal.message}`}>
                  <RefusalText refusal={refusal} />
                  {refusal.requirement && (
                    <span className="fr-hint-text">Cahier des charges, {refusal.requirement}</span>
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

function RefusalText({ refusal: { field, message } }: { refusal: Refusal }) {
  const scope = useContext(FormScope);
  if (!field) return <>{message}</>;
  const id = fieldId(field, scope);
  const toField = (event: MouseEvent) => {
    if (focusField(field, scope)) event.preventDefault();
  };
  return (
    <a href={`#${id}`} onClick={toField}>
      {message}
    </a>
  );
}
