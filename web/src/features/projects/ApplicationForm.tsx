import { Button } from "@codegouvfr/react-dsfr/Button";
import { t } from "@lingui/core/macro";
import type { ApplicationDossierFragment } from "../../gen/graphql.ts";
import { RefusalsContext } from "../../ui/command.ts";
import { ErrorSummary } from "../../ui/ErrorSummary.tsx";
import { CheckboxField, RadioField, TextAreaField, TextField } from "../../ui/fields.tsx";
import { SaveState } from "../../ui/SaveState.tsx";
import { Section } from "../../ui/Section.tsx";
import { PersonPicker } from "../people/PersonPicker.tsx";
import { ConflictChoice } from "./ConflictChoice.tsx";
import { MembersEditor } from "./MembersEditor.tsx";
import { Unsaved } from "./Unsaved.tsx";
import type { useRevision } from "./useRevision.ts";

export type Revision = ReturnType<typeof useRevision>;

interface ApplicationFormProps {
  application: ApplicationDossierFragment;
  disciplines: readonly { code: string; label: string }[];
  revision: Revision;
}

/** The application in sections, saved by itself. */
export function ApplicationForm({ application, disciplines, revision }: ApplicationFormProps) {
  const { refusals, conflict, resolve, draft, set } = revision;
  return (
    <form onSubmit={(event) => event.preventDefault()} noValidate>
      <Unsaved applicationId={application.id} current={draft} onTake={set} />
      <ErrorSummary refusals={refusals} />
      {conflict && <ConflictChoice conflict={conflict} mine={draft} onChoose={resolve} />}
      <RefusalsContext.Provider value={refusals}>
        <ProjectSection revision={revision} />
        <CommitmentSection application={application} revision={revision} />
        <PersonsSection application={application} revision={revision} />
        <Section title={t`Enseignant·es de l’équipe`}>
          <MembersEditor
            members={draft.members}
            onChange={(members) => set({ members })}
            academy={application.academy ?? null}
            disciplines={disciplines}
            likely={
              application.theme.disciplines.length === 1 ? (application.theme.disciplines[0]?.code ?? null) : null
            }
          />
        </Section>
      </RefusalsContext.Provider>
      <Saved revision={revision} />
    </form>
  );
}

/** In sight wherever one types. */
const Saved = ({ revision: { saving, retry } }: { revision: Revision }) => (
  <div className="saved">
    <SaveState saving={saving} />
    {saving.state === "failed" && (
      <Button type="button" size="small" priority="secondary" onClick={retry}>
        {t`Réessayer maintenant`}
      </Button>
    )}
  </div>
);

const ProjectSection = ({ revision: { draft, set } }: { revision: Revision }) => (
  <Section title={t`Le projet`}>
    <TextField name="title" label={t`Titre du projet`} value={draft.title} onChange={(title) => set({ title })} />
    <TextAreaField
      name="problem"
      label={t`Problématique`}
      hint={t`La question que l’équipe se pose, en quelques phrases.`}
      value={draft.problem}
      onChange={(problem) => set({ problem })}
    />
    <TextAreaField
      name="objectives"
      label={t`Objectifs`}
      hint={t`Ce que les élèves sauront mieux faire, et comment vous le verrez.`}
      value={draft.objectives}
      onChange={(objectives) => set({ objectives })}
    />
    <TextField
      name="levels"
      label={t`Niveaux visés`}
      hint={t`Par exemple : cycle 4 et seconde générale.`}
      value={draft.levels}
      onChange={(levels) => set({ levels })}
    />
    <TextAreaField
      name="tools"
      label={t`Outils et ressources`}
      optional
      rows={3}
      value={draft.tools}
      onChange={(tools) => set({ tools })}
    />
    <TextAreaField
      name="sharing"
      label={t`Mutualisation prévue avec d’autres académies`}
      optional
      rows={3}
      value={draft.sharing}
      onChange={(sharing) => set({ sharing })}
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
      defaultValue={String(revision.draft.durationYears)}
      onChange={(years) => revision.set({ durationYears: Number(years) })}
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
      defaultChecked={revision.draft.meetingCommitment}
      onChange={(meetingCommitment) => revision.set({ meetingCommitment })}
    />
  </Section>
);

const PersonsSection = ({ application, revision: { draft, set } }: Omit<ApplicationFormProps, "disciplines">) => (
  <Section title={t`Référent·e et encadrement`}>
    <PersonPicker
      name="referentId"
      label={t`Professeur·e référent·e`}
      academyCode={application.academy?.code}
      value={draft.referentId}
      onChange={(referentId) => set({ referentId })}
    />
    <PersonPicker
      name="pilotId"
      label={t`Inspection pilote (IA-IPR, IEN-ET ou IEN-EG)`}
      optional
      academyCode={application.academy?.code}
      value={draft.pilotId}
      onChange={(pilotId) => set({ pilotId })}
    />
    <PersonPicker
      name="cardieId"
      label={t`Représentant·e de la CARDIE, si la cellule l’a déjà nommé·e`}
      optional
      academyCode={application.academy?.code}
      value={draft.cardieId}
      onChange={(cardieId) => set({ cardieId })}
    />
  </Section>
);
