import { plural, t } from "@lingui/core/macro";
import { graphql } from "../../gen/gql.ts";
import type { CompositionStateFragment } from "../../gen/graphql.ts";

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
  const noted =
    warnings > 0 ? `, ${plural(warnings, { one: "# point à signaler", other: "# points à signaler" })}` : "";
  return (
    <span>
      {check.complete
        ? t`Composition complète${noted}`
        : t`Composition incomplète : ${plural(blocking, { one: "# manque bloquant", other: "# manques bloquants" })}${noted}`}
    </span>
  );
}
