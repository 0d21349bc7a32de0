import { t } from "@lingui/core/macro";
/**
 * The ministry's brand block and the Marianne font are reserved to the State's own sites:
 * an installation wears them only when TRAME_BRAND=ministere says so.
 */
export interface Brand {
  name: "neutre" | "ministere";
  /** Lines of the brand block. */
  block: string[];
  serviceTitle: string;
  tagline: string;
  publisher: string;
}

const service = { serviceTitle: "Trame", tagline: t`Les travaux académiques mutualisés` };

const brands: Record<Brand["name"], Brand> = {
  neutre: { name: "neutre", block: ["TraAM"], ...service, publisher: "Trame" },
  ministere: {
    name: "ministere",
    block: ["Ministère", "de l’Éducation", "nationale"],
    ...service,
    publisher: "Ministère de l’Éducation nationale",
  },
};

export const brandNamed = (name: string | undefined): Brand =>
  name === "ministere" ? brands.ministere : brands.neutre;
