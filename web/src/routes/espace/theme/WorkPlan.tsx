import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { can, type Held } from "../../../features/people/rights.ts";
import { WhoCanAct } from "../../../features/people/Who.tsx";
import { WorkPlanEditor } from "../../../features/projects/WorkPlanEditor.tsx";
import type { ThemeBoardFragment } from "../../../gen/graphql.ts";
import { Reveal } from "../../../ui/Reveal.tsx";
import { useSite } from "../../../ui/site.ts";
import { Timeline } from "../../../ui/Timeline.tsx";
import { useRefresh } from "../../../ui/useRefresh.ts";

/** Proposed by the experts over the whole period (R47). */
export function WorkPlan({ theme, viewer }: { theme: ThemeBoardFragment; viewer: Held | null }) {
  const refresh = useRefresh();
  const { clock } = useSite();
  const milestones = theme.workPlan?.milestones ?? [];
  const editable = can(viewer, "setWorkPlan", { themeId: theme.id });
  return (
    <>
      {milestones.length > 0 ? (
        <Timeline content steps={milestones.map(({ title, dueOn }) => ({ title, at: dueOn }))} now={clock.now} />
      ) : (
        <p>
          <Trans>
            Le calendrier n’est pas encore proposé. Il revient à : <WhoCanAct roles={["EXPERT"]} />.
          </Trans>
        </p>
      )}
      {editable && (
        <Reveal
          label={milestones.length > 0 ? t`Modifier le calendrier` : t`Proposer le calendrier`}
          priority="primary"
        >
          {(close) => <WorkPlanEditor theme={theme} close={close} onDone={refresh} />}
        </Reveal>
      )}
    </>
  );
}
