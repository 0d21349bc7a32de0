import { t } from "@lingui/core/macro";
import { can, type Held } from "../../../features/people/rights.ts";
import { LeadProposal } from "../../../features/projects/ThemeFollowUp.tsx";
import { LeadAcademyForm } from "../../../features/projects/ThemeForms.tsx";
import type { ThemeBoardFragment, ThemeFollowUpFragment, ThemeTeamsFragment } from "../../../gen/graphql.ts";
import { capital } from "../../../ui/plural.ts";
import { Reveal } from "../../../ui/Reveal.tsx";
import { useRefresh } from "../../../ui/useRefresh.ts";

interface LeadAcademyProps {
  theme: ThemeBoardFragment & ThemeFollowUpFragment;
  projects: NonNullable<ThemeTeamsFragment["projects"]>["nodes"];
  viewer: Held | null;
}

/** A choice, never a duty (R48). */
export function LeadAcademy({ theme, projects, viewer }: LeadAcademyProps) {
  const refresh = useRefresh();
  const academies = projects.flatMap(({ academy }) =>
    academy ? [{ code: academy.code, label: capital(academy.label) }] : [],
  );
  const { leadAcademy, leadAcademyReason } = theme;
  return (
    <>
      <p>
        {leadAcademy
          ? t`${capital(leadAcademy.label)} conduit les travaux du groupe.`
          : t`Aucune académie n’est chef de file : le cahier des charges n’en demande pas.`}
      </p>
      {leadAcademyReason && <p>{leadAcademyReason}</p>}
      <LeadProposal theme={theme} viewer={viewer} academies={academies} />
      {can(viewer, "nameLeadAcademy") &&
        (academies.length > 0 ? (
          <Reveal label={leadAcademy ? t`Changer de chef de file` : t`Nommer une académie chef de file`}>
            {(close) => <LeadAcademyForm theme={theme} academies={academies} close={close} onDone={refresh} />}
          </Reveal>
        ) : (
          <p>{t`Une académie ne peut être nommée qu’avec une équipe retenue sur le thème.`}</p>
        ))}
    </>
  );
}
