import { answer } from "@trame/kit/answer";
import type { MutationResolvers } from "../../gen/schema.ts";
import * as store from "../../store/preview.ts";

export const createPreviewLink: MutationResolvers["createPreviewLink"] = async (_, { input }, ctx) => {
  const secret = store.newSecret();
  const { scenarioId, days } = input;
  const load = (id: string) => ctx.db.previewLink.findUnique({ where: { id } });
  const answered = await answer(
    ctx,
    { operation: "createPreviewLink", input: {}, as: "previewLink", load },
    (tx, command) => store.createPreview(tx, command, { scenarioId, days: days ?? DAYS, secret }),
  );
  const url = answered.previewLink ? `${ctx.origin}/apercu/${secret}` : null;
  return { ...answered, url, scenario: await ctx.load.scenario.load(scenarioId) };
};

const DAYS = 14;
