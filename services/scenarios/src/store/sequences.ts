import { aggregate, type Command } from "@trame/kit/aggregate";
import { newId } from "@trame/kit/id";
import { refuse } from "@trame/kit/refusal";
import { topics } from "@trame/proto-schemas/topics";
import type { Tx } from "../database.ts";
import { shareSequence as decide, evolveSequence, type Sequence, type SequenceFact } from "../domain/sequence.ts";
import { refusals } from "../errors.ts";
import { tellSequence } from "../events.ts";
import { policy } from "../policy.ts";
import { academyScope } from "./academies.ts";
import { retainedProject } from "./projections.ts";

/** The only writer of sequences. */
const sequences = aggregate<Tx, Sequence, SequenceFact>({
  name: "Sequence",
  label: "Cette séquence",
  topic: topics.scenarios,
  lock: (tx, id) => tx.sequence.findUnique({ where: { id } }),
  insert: async (tx, sequence) => void (await tx.sequence.create({ data: sequence })),
  update: async (tx, sequence) => void (await tx.sequence.update({ where: { id: sequence.id }, data: sequence })),
  evolve: evolveSequence,
  tell: tellSequence,
});

export interface NewSequence {
  id?: string;
  projectId: string;
  title: string;
  summary: string;
  text: string;
}

export async function shareSequence(
  tx: Tx,
  command: Command,
  { id = newId(), projectId, ...words }: NewSequence,
): Promise<string> {
  const { themeId, academyCode } = await retainedProject(tx, projectId);
  policy.demand(command.by, "shareSequence", { themeId, academyCodes: await academyScope(tx, academyCode) });
  const authorId = command.by.personId;
  if (!authorId) refuse(refusals.signedOut());
  const sequence = { ...words, id, projectId, themeId, academyCode, authorId, sharedAt: command.at };
  await sequences.create(tx, command, decide(sequence));
  return id;
}
