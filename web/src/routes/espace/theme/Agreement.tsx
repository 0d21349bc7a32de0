import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { can, type Held } from "../../../features/people/rights.ts";
import { WhoCanAct } from "../../../features/people/Who.tsx";
import { Agree } from "../../../features/projects/ThemeForms.tsx";
import type { ThemeBoardFragment } from "../../../gen/graphql.ts";
import { inFrench } from "../../../language.ts";
import { Reveal } from "../../../ui/Reveal.tsx";
import { Time } from "../../../ui/Time.tsx";
import { useRefresh } from "../../../ui/useRefresh.ts";

/** Without it the theme cannot enter the call (R18). */
export function Agreement({ theme, viewer }: { theme: ThemeBoardFragment; viewer: Held | null }) {
  const refresh = useRefresh();
  const { agreement } = theme;
  if (agreement) {
    return (
      <>
        <p>
          {agreement.by ? (
            <Trans>
              Donné le <Time at={agreement.at} /> par {agreement.by.displayName}.
            </Trans>
          ) : (
            <Trans>
              Donné le <Time at={agreement.at} />.
            </Trans>
          )}
        </p>
        {agreement.note && <p lang={inFrench}>{agreement.note}</p>}
      </>
    );
  }
  if (!can(viewer, "agreeToTheme", { themeId: theme.id })) {
    return (
      <p>
        <Trans>
          L’accord manque encore : le thème ne peut entrer dans l’appel. Il revient à :{" "}
          <WhoCanAct roles={["INSPECTOR_GENERAL"]} />.
        </Trans>
      </p>
    );
  }
  return (
    <Reveal label={t`Donner l’accord de l’inspection générale`} priority="primary">
      {(close) => <Agree theme={theme} close={close} onDone={refresh} />}
    </Reveal>
  );
}
