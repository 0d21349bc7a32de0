import { t } from "@lingui/core/macro";
import type { ApplicationDossierFragment } from "../../gen/graphql.ts";
import { RefusalsContext } from "../../ui/command.ts";
import { DraftState } from "../../ui/DraftState.tsx";
import { ErrorSummary } from "../../ui/ErrorSummary.tsx";
import { CheckboxField, RadioField, TextAreaField, TextField } from "../../ui/fields.tsx";
import { Section } from "../../ui/Section.tsx";
import { PersonPicker } from "../people/PersonPicker.tsx";
import { MembersEditor } from "./MembersEditor.tsx";
import { fieldNames, refOf, shown } from "./revision.ts";
import type { useRevision } from "./useRevision.ts";

export type Revision = ReturnType<typeof useRevision>;

interface ApplicationFormProps {
  application: ApplicationDossierFragment;
  disciplines: readonly { code: string; label: string }[];
  revision: Revision;
}

/** The application in sections, saved by itself. */
export function ApplicationForm({ application, disciplines, revision }: ApplicationFormProps) {
  const { refusals, fields, change } = revision;
  return (
    <form onSubmit={(event) => event.preventDefault()} noValidate>
      <ErrorSummary refusals={refusals} />
      <RefusalsContext.Provider value={refusals}>
        <ProjectSection revision={revision} />
        <CommitmentSection application={application} revision={revision} />
        <PersonsSection application={application} revision={revision} />
        <Section title={t`Enseignant·es de l’équipe`}>
          <MembersEditor
            members={fields.members}
            onChange={(members) => change({ members })}
            academy={application.academy ?? null}
            disciplines={disciplines}
            likely={
              application.theme.disciplines.length === 1 ? (application.theme.disciplines[0]?.code ?? null) : null
            }
          />
        </Section>
      </RefusalsContext.Provider>
      <div className="saved">
        <DraftState draft={revision} show={(name, value) => ({ label: fieldNames[name], text: shown(name, value) })} />
      </div>
    </form>
  );
}

const ProjectSection = ({ revision: { fields, change } }: { revision: Revision }) => (
  <Section title={t`Le projet`}>
    <TextField name="title" label={t`Titre du projet`} value={fields.title} onChange={(title) => change({ title })} />
    <TextAreaField
      name="problem"
      label={t`Problématique`}
      hint={t`La question que l’équipe se pose, en quelques phrases.`}
      value={fields.problem}
      onChange={(problem) => change({ problem })}
    />
    <TextAreaField
      name="objectives"
      label={t`Objectifs`}
      hint={t`Ce que les élèves sauront mieux faire, et comment vous le verrez.`}
      value={fields.objectives}
      onChange={(objectives) => change({ objectives })}
    />
    <TextField
      name="levels"
      label={t`Niveaux visés`}
      hint={t`Par exemple : cycle 4 et seconde générale.`}
      value={fields.levels}
      onChange={(levels) => change({ levels })}
    />
    <TextAreaField
      name="tools"
      label={t`Outils et ressources`}
      optional
      rows={3}
      value={fields.tools}
      onChange={(tools) => change({ tools })}
    />
    <TextAreaField
      name="sharing"
      label={t`Mutualisation prévue avec d’autres académies`}
      optional
      rows={3}
      value={fields.sharing}
      onChange={(sharing) => change({ sharing })}
    />
  </Section>
);

const CommitmentSection = ({ application: { theme }, revision }: Omit<ApplicationFormProps, "disciplines">) => (
  <Section title={t`Durée et engagement`}>
    <RadioField
      key={`duration ${revision.round}`}
      name="durationYears"
      label={t`Durée du projet`}
      hint={theme.durationYears === 1 ? t`Le thème dure une année scolaire : le projet ne peut durer plus.` : undefined}
      defaultValue={String(revision.fields.durationYears)}
      onChange={(years) => revision.change({ durationYears: Number(years) })}
      options={[
        { value: "1", label: t`Une année scolaire` },
        ...(theme.durationYears === 2 ? [{ value: "2", label: t`Deux années scolaires` }] : []),
      ]}
    />
    <CheckboxField
      key={`commitment ${revision.round}`}
      name="meetingCommitment"
      label={t`L’académie s’engage à prendre en charge et à organiser une à deux réunions en présentiel`}
      hint={t`Cahier des charges, R43.`}
      defaultChecked={revision.fields.meetingCommitment}
      onChange={(meetingCommitment) => revision.change({ meetingCommitment })}
    />
  </Section>
);

const PersonsSection = ({ application, revision: { fields, change } }: Omit<ApplicationFormProps, "disciplines">) => (
  <Section title={t`Référent·e et encadrement`}>
    <PersonPicker
      name="referentId"
      label={t`Professeur·e référent·e`}
      academyCode={application.academy?.code}
      value={fields.referentId}
      onChange={(person) => change({ referentId: refOf(person) })}
    />
    <PersonPicker
      name="pilotId"
      label={t`Inspection pilote (IA-IPR, IEN-ET ou IEN-EG)`}
      optional
      academyCode={application.academy?.code}
      value={fields.pilotId}
      onChange={(person) => change({ pilotId: refOf(person) })}
    />
    <PersonPicker
      name="cardieId"
      label={t`Représentant·e de la CARDIE, si la cellule l’a déjà nommé·e`}
      optional
      academyCode={application.academy?.code}
      value={fields.cardieId}
      onChange={(person) => change({ cardieId: refOf(person) })}
    />
  </Section>
);
