import { t } from "@lingui/core/macro";
import { graphql } from "../../gen/gql.ts";
import type { WorkshopFragment } from "../../gen/graphql.ts";
import { CommandForm } from "../../ui/CommandForm.tsx";
import { useRefusals } from "../../ui/command.ts";
import { longDate } from "../../ui/dates.ts";
import { TextAreaField } from "../../ui/fields.tsx";
import { text } from "../../ui/formData.ts";
import { Prose } from "../../ui/Prose.tsx";
import { Reveal } from "../../ui/Reveal.tsx";

const WRITE_PROJECT_ANALYSIS = graphql(`
  mutation WriteProjectAnalysis($input: WriteProjectAnalysisInput!) {
    writeProjectAnalysis(input: $input) {
      project {
        id
        implementationAnalysis {
          text
          at
          version
          by {
            id
            displayName
          }
        }
      }
      errors {
        ...RefusalFields
      }
    }
  }
`);

interface ProjectAnalysisProps {
  project: NonNullable<WorkshopFragment["project"]>;
  mayWrite: boolean;
}

/** What the whole team makes of all its classes: one text for a project, whatever the number of its scenarios. */
export function ProjectAnalysis({ project, mayWrite }: ProjectAnalysisProps) {
  const { implementationAnalysis: analysis } = project;
  return (
    <>
      <h3 className="fr-h5 fr-mt-3w">{t`Ce que l’équipe en tire`}</h3>
      {analysis ? (
        <>
          <Prose text={analysis.text} />
          <p className="fr-hint-text">{[analysis.by?.displayName, longDate(analysis.at)].filter(Boolean).join(", ")}</p>
        </>
      ) : (
        <p>{t`L’analyse des mises en œuvre du projet n’est pas encore écrite.`}</p>
      )}
      {mayWrite && (
        <Reveal label={analysis ? t`Récrire l’analyse du projet` : t`Écrire l’analyse du projet`}>
          {(close) => <AnalysisForm project={project} onDone={close} />}
        </Reveal>
      )}
    </>
  );
}

function AnalysisForm({ project, onDone }: { project: ProjectAnalysisProps["project"]; onDone: () => void }) {
  const command = useRefusals(WRITE_PROJECT_ANALYSIS, (data) => data.writeProjectAnalysis, onDone);
  const { id: projectId, implementationAnalysis: analysis } = project;
  return (
    <CommandForm
      command={command}
      scope="analysis"
      submit={t`Enregistrer l’analyse`}
      variables={(form) => ({
        input: { projectId, text: text(form, "text"), expectedVersion: analysis?.version ?? 0 },
      })}
    >
      <TextAreaField
        name="text"
        label={t`Analyse`}
        hint={t`Une pour tout le projet : ce qui a marché, pour qui, à quelles conditions, ce que vous referiez autrement. Aucun nom d’élève.`}
        rows={8}
        defaultValue={analysis?.text}
      />
    </CommandForm>
  );
}
