import { type Refusal, refuseAll, required } from "@trame/kit/refusal";

/** A sequence, shared without waiting for a finished scenario (R08). */
export interface Sequence {
  id: string;
  version: number;
  title: string;
  summary: string;
  text: string;
  projectId: string;
  themeId: string;
  academyCode: string;
  authorId: string;
  sharedAt: Date;
}

export type SequenceFact = { type: "SequenceShared"; sequence: Omit<Sequence, "version"> };

export function shareSequence(sequence: Omit<Sequence, "version">): SequenceFact[] {
  const found: Refusal[] = [];
  if (sequence.title.trim() === "") found.push(required("title", "Le titre de la séquence", "R08"));
  if (sequence.text.trim() === "") found.push(required("text", "Le texte de la séquence", "R08"));
  refuseAll(found);
  return [{ type: "SequenceShared", sequence }];
}

export const evolveSequence = (_: Sequence | null, { sequence }: SequenceFact): Sequence => ({
  ...sequence,
  version: 0,
});
