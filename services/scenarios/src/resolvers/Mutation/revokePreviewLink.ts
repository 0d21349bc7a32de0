import { answer } from "@trame/kit/answer";
import type { MutationResolvers } from "../../gen/schema.ts";
import * as store from "../../store/preview.ts";

export const revokePreviewLink: MutationResolvers["revokePreviewLink"] = (_, { input }, ctx) =>
  answer(
    ctx,
    { operation: "revokePreviewLink", input, as: "scenario", load: (id) => ctx.load.scenario.load(id) },
    (tx, command) => store.revokePreview(tx, command, input.previewLinkId),
  );
