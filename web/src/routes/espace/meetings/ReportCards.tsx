import { t } from "@lingui/core/macro";
import { Prose } from "../../../ui/Prose.tsx";
import { Time } from "../../../ui/Time.tsx";

interface TeamReport {
  academy?: { name: string } | null;
  project?: { id: string; title: string } | null;
  report?: { id: string; text: string; links: readonly string[]; at: string } | null;
}

/** Where each academy stands, side by side; one that has said nothing shows it. */
export const ReportCards = ({ teams }: { teams: readonly TeamReport[] }) => (
  <ul className="side-by-side">
    {teams.map(({ academy, project, report }, rank) => (
      <li key={report?.id ?? project?.id ?? rank}>
        <h3 className="fr-h6">{academy?.name ?? t`Académie`}</h3>
        <p className="item__facts">
          {project && <span>{project.title}</span>}
          {report && (
            <span>
              <Time at={report.at} />
            </span>
          )}
        </p>
        {report ? <Prose text={report.text} /> : <p>{t`Pas de point d’étape.`}</p>}
        {report && report.links.length > 0 && (
          <ul>
            {report.links.map((link) => (
              <li key={link}>
                <a href={link} rel="noreferrer">
                  {link}
                </a>
              </li>
            ))}
          </ul>
        )}
      </li>
    ))}
  </ul>
);
