import { can, type Held } from "../../../features/people/rights.ts";
import { WhoCanAct } from "../../../features/people/Who.tsx";
import { Agree } from "../../../features/projects/ThemeForms.tsx";
import type { ThemeBoardFragment } from "../../../gen/graphql.ts";
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
          Donné le <Time at={agreement.at} />
          {agreement.by && ` par ${agreement.by.displayName}`}.
        </p>
        {agreement.note && <p>{agreement.note}</p>}
      </>
    );
  }
  if (!can(viewer, "agreeToTheme", { themeId: theme.id })) {
    return (
      <p>
        L’accord manque encore : le thème ne peut entrer dans l’appel. Il revient à :{" "}
        <WhoCanAct roles={["INSPECTOR_GENERAL"]} />.
      </p>
    );
  }
  return (
    <Reveal label="Donner l’accord de l’inspection générale" priority="primary">
      {(close) => <Agree theme={theme} close={close} onDone={refresh} />}
    </Reveal>
  );
}
