import type { MutationResolvers } from "../../gen/schema.ts";
import * as store from "../../store/themework.ts";
import { onTheme } from "../commands.ts";

export const proposeLeadAcademy: MutationResolvers["proposeLeadAcademy"] = (_, { input }, ctx) =>
  onTheme(ctx, "proposeLeadAcademy", input, (tx, command) =>
    store.proposeLeadAcademy(tx, command, input.themeId, { code: input.academyCode, reason: input.reason }),
  );
