import type { FacetCountResolvers } from "../gen/schema.ts";
import { labelOf } from "../vocabularies.ts";

export const FacetCount: FacetCountResolvers = {
  label: async ({ facet, value }, _, { load }) => {
    switch (facet) {
      case "discipline":
        return (await load.disciplines()).find(({ code }) => code === value)?.label ?? value;
      case "academie":
        return (await load.academies()).find(({ code }) => code === value)?.label ?? value;
      case "theme":
        return (await load.theme.load(value))?.title ?? value;
      case "campagne":
        return (await load.campaign.load(value))?.label ?? value;
      default:
        return labelOf(value);
    }
  },
};
