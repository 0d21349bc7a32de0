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

export const fields = Object.keys(fieldNames) as Field[];

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

const refOf = (person: PersonRef | null | undefined): PersonRef | null =>
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

/** In one order of its fields, since values are compared as text. */
const taught = ({ personId, degree, track, disciplineCode, implementsInClass, departement }: Member) => ({
  personId,
  degree,
  track: track ?? "GENERAL",
  disciplineCode,
  implementsInClass,
  departement: departement ?? null,
});

/** A field as the mutation takes it. */
function inputOf(draft: Draft, field: Field): unknown {
  switch (field) {
    case "referentId":
    case "pilotId":
    case "cardieId":
      return draft[field]?.id ?? null;
    case "members":
      return draft.members.map(taught);
    default:
      return draft[field];
  }
}

const same = (one: Draft, other: Draft, field: Field): boolean =>
  JSON.stringify(inputOf(one, field)) === JSON.stringify(inputOf(other, field));

export const changedFields = (base: Draft, draft: Draft): Field[] =>
  fields.filter((field) => !same(base, draft, field));

/** Only what differs travels: two persons in different fields do not meet. */
export const changes = (base: Draft, draft: Draft, held: readonly Field[] = []): Text =>
  Object.fromEntries(
    changedFields(base, draft)
      .filter((field) => !held.includes(field))
      .map((field) => [field, inputOf(draft, field)]),
  ) as Text;

/** Changed here and there, not to the same: the person chooses. */
export const conflictsOf = (base: Draft, mine: Draft, theirs: Draft): Field[] =>
  changedFields(base, mine).filter((field) => !same(base, theirs, field) && !same(mine, theirs, field));

/** What I changed stays; what only they changed comes in. */
export const merged = (base: Draft, mine: Draft, theirs: Draft): Draft => ({
  ...theirs,
  ...Object.fromEntries(changedFields(base, mine).map((field) => [field, mine[field]])),
});

/** A field's value in a sentence, for the choice between two versions. */
export function shown(draft: Draft, field: Field): string {
  switch (field) {
    case "referentId":
    case "pilotId":
    case "cardieId":
      return draft[field]?.displayName ?? t`Personne`;
    case "members":
      return draft.members.map(({ displayName }) => displayName).join(", ") || t`Aucune personne`;
    case "durationYears":
      return draft.durationYears === 1 ? t`Une année` : t`Deux années`;
    case "meetingCommitment":
      return draft.meetingCommitment ? t`Engagement pris` : t`Engagement non pris`;
    default:
      return draft[field] || "(vide)";
  }
}
