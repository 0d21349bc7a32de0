import { answer } from "@trame/kit/answer";
import type { MutationResolvers } from "../../gen/schema.ts";
import * as store from "../../store/analysis.ts";

export const writeProjectAnalysis: MutationResolvers["writeProjectAnalysis"] = async (_, { input }, ctx) => {
  const { projectId, text } = input;
  const load = (id: string) => ctx.load.projectAnalysis.clear(id).load(id);
  const answered = await answer(
    ctx,
    { operation: "writeProjectAnalysis", input, as: "analysis", load },
    (tx, command) => store.writeProjectAnalysis(tx, command, projectId, text),
  );
  return { ...answered, project: { id: projectId } };
};
