import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { can, type Held } from "../../../features/people/rights.ts";
import { WhoCanAct } from "../../../features/people/Who.tsx";
import { Launch } from "../../../features/projects/ThemeForms.tsx";
import type { Role, ThemeBoardFragment } from "../../../gen/graphql.ts";
import { inFrench } from "../../../language.ts";
import { Reveal } from "../../../ui/Reveal.tsx";
import { anchorOf } from "../../../ui/Section.tsx";
import { Time } from "../../../ui/Time.tsx";
import { useRefresh } from "../../../ui/useRefresh.ts";

interface Condition {
  /** The `field` of the gaps that it gathers. */
  field: string;
  met: string;
  section: string;
  /** Whom to ask. */
  roles: readonly Role[];
}

/** What a launch waits for (R22, R23, R25, R50 to R54). */
const conditions: readonly Condition[] = [
  {
    field: "nationalGroup",
    met: t`Le groupe national est complet.`,
    section: t`Groupe de travail national`,
    roles: ["PROGRAMME"],
  },
  {
    field: "priorWorkReview",
    met: t`La revue de l’existant est consignée.`,
    section: t`Revue de l’existant`,
    roles: ["EXPERT"],
  },
  {
    field: "literatureReview",
    met: t`La revue de la littérature est consignée.`,
    section: t`Revue de la littérature`,
    roles: ["EXPERT"],
  },
];

const before: readonly string[] = ["DRAFT", "AGREED", "OPEN"];

export function LaunchList({ theme, viewer }: { theme: ThemeBoardFragment; viewer: Held | null }) {
  const refresh = useRefresh();
  if (theme.launchedAt) {
    return (
      <p>
        <Trans>
          Le thème est lancé depuis le <Time at={theme.launchedAt} />.
        </Trans>
      </p>
    );
  }
  const early = before.includes(theme.state);
  const ready = !early && theme.launchGaps.length === 0;
  return (
    <>
      <ul className="gaps">
        <li data-severity={early ? "BLOCKING" : "DONE"}>
          <p>{early ? t`À faire : l’appel à candidatures est clos.` : t`Fait : l’appel à candidatures est clos.`}</p>
        </li>
        {conditions.map((condition) => (
          <ConditionLine key={condition.field} condition={condition} gaps={theme.launchGaps} />
        ))}
      </ul>
      {can(viewer, "launchTheme") ? (
        <>
          {!ready && <p>{t`Le lancement sera refusé tant que cette liste n’est pas complète.`}</p>}
          <Reveal label={t`Lancer le thème`} priority={ready ? "primary" : "secondary"}>
            {(close) => <Launch theme={theme} close={close} onDone={refresh} />}
          </Reveal>
        </>
      ) : (
        <p>
          <Trans>
            Le lancement revient à : <WhoCanAct roles={["PROGRAMME"]} />.
          </Trans>
        </p>
      )}
    </>
  );
}

interface ConditionLineProps {
  condition: Condition;
  gaps: ThemeBoardFragment["launchGaps"];
}

function ConditionLine({ condition: { field, met, section, roles }, gaps }: ConditionLineProps) {
  const open = gaps.filter((gap) => gap.field === field);
  if (open.length === 0) {
    return (
      <li data-severity="DONE">
        <p>
          <Trans>Fait : {met}</Trans>
        </p>
      </li>
    );
  }
  return open.map(({ code, message, requirement }) => (
    <li key={`${code} ${message}`} data-severity="BLOCKING">
      <p>
        <Trans>
          À faire :{" "}
          <a href={`#${anchorOf(section)}`} lang={inFrench}>
            {message}
          </a>
        </Trans>
      </p>
      <p className="fr-hint-text">
        <Trans>
          À qui s’adresser : <WhoCanAct roles={askFor[code] ?? roles} />. Cahier des charges, {requirement}.
        </Trans>
      </p>
    </li>
  ));
}

/** An academy's référent is not the ministry's to name. */
const askFor: Record<string, readonly Role[]> = {
  ACADEMY_WITHOUT_REFERENT: ["PILOT", "DAN"],
  SEVERAL_REFERENTS: ["PILOT", "DAN"],
};
