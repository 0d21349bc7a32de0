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
        <Timeline steps={milestones.map(({ title, dueOn }) => ({ title, at: dueOn }))} now={clock.now} />
      ) : (
        <p>
          Le calendrier n’est pas encore proposé. Il revient à : <WhoCanAct roles={["EXPERT"]} />.
        </p>
      )}
      {editable && (
        <Reveal label={milestones.length > 0 ? "Modifier le calendrier" : "Proposer le calendrier"} priority="primary">
          {(close) => <WorkPlanEditor theme={theme} close={close} onDone={refresh} />}
        </Reveal>
      )}
    </>
  );
}
