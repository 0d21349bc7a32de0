import { answer } from "@trame/kit/answer";
import type { MutationResolvers } from "../../gen/schema.ts";
import * as store from "../../store/sittings.ts";

export const fileProgressReport: MutationResolvers["fileProgressReport"] = (_, { input }, ctx) =>
  answer(
    ctx,
    { operation: "fileProgressReport", input, as: "progressReport", load: (id) => ctx.load.report.load(id) },
    (tx, command) => {
      const { projectId, text, links } = input;
      return store.fileProgressReport(tx, command, { projectId, text, links: [...(links ?? [])] });
    },
  );
