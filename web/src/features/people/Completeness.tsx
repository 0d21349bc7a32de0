import { graphql } from "../../gen/gql.ts";
import type { CompositionStateFragment } from "../../gen/graphql.ts";
import { count } from "../../ui/plural.ts";

export const COMPOSITION_STATE = graphql(`
  fragment CompositionState on CompositionCheck {
    complete
    gaps {
      code
      severity
      message
      remedy
      whoCanAct
      requirement
    }
  }
`);

/** A group's composition in three words. */
export function Completeness({ check }: { check: CompositionStateFragment }) {
  const blocking = check.gaps.filter(({ severity }) => severity === "BLOCKING").length;
  const warnings = check.gaps.length - blocking;
  const noted = warnings > 0 ? `, ${count(warnings, "point à signaler", "points à signaler")}` : "";
  return (
    <span>
      {check.complete
        ? `Composition complète${noted}`
        : `Composition incomplète : ${count(blocking, "manque bloquant", "manques bloquants")}${noted}`}
    </span>
  );
}
