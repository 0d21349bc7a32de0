import type { QueryResolvers } from "../../gen/schema.ts";
import { previewedBy } from "../../store/preview.ts";

export const previewedScenario: QueryResolvers["previewedScenario"] = async (_, { secret }, { db, at, load }) => {
  const id = await previewedBy(db, secret, at);
  const scenario = id ? await load.scenario.load(id) : null;
  return scenario?.state === "WITHDRAWN" ? null : scenario;
};
