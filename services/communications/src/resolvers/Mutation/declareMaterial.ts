import { answer } from "@trame/kit/answer";
import type { MutationResolvers } from "../../gen/schema.ts";
import * as store from "../../store/materials.ts";

export const declareMaterial: MutationResolvers["declareMaterial"] = (_, { input }, ctx) =>
  answer(
    ctx,
    { operation: "declareMaterial", input, as: "material", load: (id) => ctx.load.material.load(id) },
    (tx, command) =>
      store.declareMaterial(
        tx,
        command,
        {
          themeId: input.themeId,
          projectId: input.projectId ?? null,
          level: input.level,
          kind: input.kind,
          otherKind: input.otherKind || null,
          title: input.title,
          description: input.description,
          url: input.url,
          textAlternative: input.textAlternative,
          captioned: input.captioned ?? false,
          transcript: input.transcript ?? "",
        },
        ctx.origin,
      ),
  );
