import { t } from "@lingui/core/macro";
import type { ApplicationDossierFragment, ReviseApplicationInput, TeamMemberInput } from "../../gen/graphql.ts";

interface PersonRef {
  id: string;
  displayName: string;
}

export interface Member extends Omit<TeamMemberInput, "personId" | "disciplineCode"> {
  personId: string;
  disciplineCode: string | null;
  displayName: string;
}

/** What the référent writes, as the form holds it. */
export interface Draft {
  title: string;
  problem: string;
  objectives: string;
  levels: string;
  tools: string;
  sharing: string;
  durationYears: number;
  meetingCommitment: boolean;
  referentId: PersonRef | null;
  pilotId: PersonRef | null;
  cardieId: PersonRef | null;
  members: Member[];
}

export type Field = keyof Draft;

export const fieldNames: Record<Field, string> = {
  title: t`Titre du projet`,
  problem: t`Problématique`,
  objectives: t`Objectifs`,
  levels: t`Niveaux visés`,
  tools: t`Outils et ressources`,
  sharing: t`Mutualisation prévue`,
  durationYears: t`Durée`,
  meetingCommitment: t`Engagement sur les réunions`,
  referentId: t`Professeur·e référent·e`,
  pilotId: t`Inspection pilote`,
  cardieId: t`Représentant·e de la CARDIE`,
  members: t`Enseignant·es de l’équipe`,
};

/** Without these the academy cannot submit; the server lists which are missing. */
export const requiredFields: Field[] = [
  "title",
  "problem",
  "objectives",
  "levels",
  "referentId",
  "members",
  "meetingCommitment",
];

export const refOf = (person: PersonRef | null | undefined): PersonRef | null =>
  person ? { id: person.id, displayName: person.displayName } : null;

export const draftOf = (application: ApplicationDossierFragment): Draft => ({
  title: application.title,
  problem: application.problem,
  objectives: application.objectives,
  levels: application.levels,
  tools: application.tools,
  sharing: application.sharing,
  durationYears: application.durationYears,
  meetingCommitment: application.meetingCommitment,
  referentId: refOf(application.referent),
  pilotId: refOf(application.pilot),
  cardieId: refOf(application.cardie),
  members: application.members.map(
    ({ personId, degree, track, disciplineCode, implementsInClass, departement, person }) => ({
      personId,
      degree,
      track,
      disciplineCode: disciplineCode ?? null,
      implementsInClass,
      departement: departement ?? null,
      displayName: person?.displayName ?? t`Personne`,
    }),
  ),
});

type Text = Partial<Omit<ReviseApplicationInput, "applicationId" | "expectedVersion" | "idempotencyKey">>;

const taught = ({ displayName: _name, ...member }: Member) => member;

/** What changed, as the mutation takes it. */
export const inputOf = ({ referentId, pilotId, cardieId, members, ...texts }: Partial<Draft>): Text => ({
  ...texts,
  ...(referentId !== undefined && { referentId: referentId?.id ?? null }),
  ...(pilotId !== undefined && { pilotId: pilotId?.id ?? null }),
  ...(cardieId !== undefined && { cardieId: cardieId?.id ?? null }),
  ...(members && { members: members.map(taught) }),
});

/** A field's value in a sentence, for the choice between two versions. */
export function shown<Name extends Field>(name: Name, value: Draft[Name]): string {
  const draft = { [name]: value } as Partial<Draft>;
  switch (name) {
    case "referentId":
    case "pilotId":
    case "cardieId":
      return (value as PersonRef | null)?.displayName ?? t`Personne`;
    case "members":
      return draft.members?.map(({ displayName }) => displayName).join(", ") || t`Aucune personne`;
    case "durationYears":
      return value === 1 ? t`Une année` : t`Deux années`;
    case "meetingCommitment":
      return value ? t`Engagement pris` : t`Engagement non pris`;
    default:
      return String(value);
  }
}
