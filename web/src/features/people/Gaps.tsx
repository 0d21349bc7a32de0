import { Trans } from "@lingui/react/macro";
import type { CompositionStateFragment } from "../../gen/graphql.ts";
import { inFrench } from "../../language.ts";
import { French } from "../../ui/French.tsx";
import { StateBadge } from "../../ui/StateBadge.tsx";
import { WhoCanAct } from "./Who.tsx";

interface GapsProps {
  check: CompositionStateFragment;
  academyCode?: string;
  /** Said when nothing is missing. */
  complete: string;
}

/** What a group lacks, how to remedy it and whom to ask. */
export function Gaps({ check, academyCode, complete }: GapsProps) {
  if (check.gaps.length === 0) return <p className="fr-valid-text">{complete}</p>;
  return (
    <ul className="gaps">
      {check.gaps.map(({ code, severity, message, remedy, whoCanAct, requirement }) => (
        <li key={`${code} ${message}`} data-severity={severity}>
          <p>
            <StateBadge of="GapSeverity" value={severity} /> <French>{message}</French>
          </p>
          <p lang={inFrench}>{remedy}</p>
          <p className="fr-hint-text">
            <Trans>
              À qui s’adresser : <WhoCanAct roles={whoCanAct} academyCode={academyCode} />. Cahier des charges,{" "}
              {requirement}.
            </Trans>
          </p>
        </li>
      ))}
    </ul>
  );
}
