import type { Publication } from "../domain/publication.ts";
import type { CommunicationMaterialResolvers, TrainingModuleResolvers } from "../gen/schema.ts";

export const CommunicationMaterial: CommunicationMaterialResolvers = {
  __resolveReference: ({ id }, { load }) => load.material.load(id),
  theme: ({ themeId }) => ({ id: themeId }),
  project: ({ projectId }) => (projectId ? { id: projectId } : null),
  academy: ({ academyCode }) => (academyCode ? { code: academyCode } : null),
};

export const TrainingModule: TrainingModuleResolvers = {
  __resolveReference: ({ id }, { load }) => load.module.load(id),
  contents: async ({ publicationIds }, _, { load }) =>
    (await load.publication.loadMany(publicationIds)).filter(
      (one): one is Publication => one !== null && !(one instanceof Error) && one.state === "PUBLISHED",
    ),
  available: ({ themeId }, _, { load }) => load.ingredientsOf.load(themeId),
  cartridgeUrl: ({ id }, _, { origin }) => `${origin}/modules/${id}/cartouche.imscc`,
  theme: ({ themeId }) => ({ id: themeId }),
  project: ({ projectId }) => (projectId ? { id: projectId } : null),
  academy: ({ academyCode }) => (academyCode ? { code: academyCode } : null),
};
