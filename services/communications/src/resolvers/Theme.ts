import { forbidden, refuse } from "@trame/kit/refusal";
import { family } from "@trame/kit/succession";
import type {
  AcademyResolvers,
  LiteratureReviewResolvers,
  PriorWorkReviewResolvers,
  ProjectResolvers,
  ThemeResolvers,
  WatchItemResolvers,
} from "../gen/schema.ts";
import { policy } from "../policy.ts";
import { mayRead } from "./Synthesis.ts";

export const Theme: ThemeResolvers = {
  __resolveReference: ({ id }) => ({ id }),
  priorWorkReview: ({ id }, _, { load }) => load.priorWork.load(id),
  literatureReview: ({ id }, _, { load }) => load.literature.load(id),
  materials: ({ id }, _, { load }) => load.materialsOfTheme.load(id),
  modules: ({ id }, _, { load }) => load.modulesOfTheme.load(id),
  watch: ({ id }, _, { load, actor }) => {
    if (!policy.may(actor, "readWatch", { themeId: id })) {
      refuse(forbidden("FORBIDDEN", "La veille partagée se lit dans le groupe national du thème."));
    }
    return load.watchOfTheme.load(id);
  },
  diffusion: ({ id }, _, { load }) => load.diffusion.load(id),
  syntheses: async ({ id }, _, { load, actor }) =>
    (await load.synthesesOfTheme.load(id)).filter((synthesis) => mayRead(actor, synthesis)),
};

export const Project: ProjectResolvers = {
  __resolveReference: ({ id }) => ({ id }),
  materials: ({ id }, _, { load }) => load.materialsOfProject.load(id),
  modules: ({ id }, _, { load }) => load.modulesOfProject.load(id),
};

/** The work of Caen and Rouen is Normandie's too (R09). */
export const Academy: AcademyResolvers = {
  __resolveReference: ({ code }) => ({ code }),
  materials: async ({ code }, _, { load }) =>
    newestFirst(await load.materialsOfAcademy.loadMany(family(await load.academies(), code))),
  modules: async ({ code }, _, { load }) =>
    newestFirst(await load.modulesOfAcademy.loadMany(family(await load.academies(), code))),
};

export const PriorWorkReview: PriorWorkReviewResolvers = { author: ({ authorId }) => ({ id: authorId }) };

export const LiteratureReview: LiteratureReviewResolvers = { author: ({ authorId }) => ({ id: authorId }) };

export const WatchItem: WatchItemResolvers = { sharedBy: ({ sharedById }) => ({ id: sharedById }) };

function newestFirst<T extends { publishedAt: Date }>(lists: readonly (T[] | Error)[]): T[] {
  const failed = lists.find((list) => list instanceof Error);
  if (failed) throw failed;
  return (lists as T[][]).flat().sort((a, b) => b.publishedAt.getTime() - a.publishedAt.getTime());
}
