import { filePath } from "@trame/kit/files/routes";
import { textOfVersion } from "../domain/kept.ts";
import { opens } from "../domain/preview.ts";
import { publicationGaps } from "../domain/publication.ts";
import { allowsOpenPublication, kindOf } from "../domain/rights-of-use.ts";
import { brokenSince } from "../domain/watch.ts";
import { exportPath } from "../exports/formats.ts";
import { FILES } from "../files.ts";
import type {
  AddressWatchResolvers,
  ContributionResolvers,
  EdubaseIndexingResolvers,
  FeedbackResolvers,
  ImplementationResolvers,
  KeptTextResolvers,
  PreviewLinkResolvers,
  ResourceResolvers,
  ScenarioResolvers,
  ScenarioReviewResolvers,
  ScenarioTextResolvers,
  ScenarioVersionResolvers,
  UsageRightResolvers,
} from "../gen/schema.ts";
import { creditOf } from "../store/credit.ts";
import { EXPORT_FORMATS } from "../store/exports.ts";
import type { Loaders } from "../store/loaders.ts";
import { readableOrNull, sees } from "./readable.ts";

const person = (id: string | null) => (id ? { id } : null);

export const Scenario: ScenarioResolvers = {
  __resolveReference: async ({ id }, ctx) => readableOrNull(ctx, await ctx.load.scenario.load(id)),
  theme: ({ themeId }) => ({ id: themeId }),
  project: ({ projectId }) => ({ id: projectId }),
  academies: ({ academyCodes }) => academyCodes.map((code) => ({ code })),
  disciplines: ({ disciplineCodes }) => disciplineCodes.map((code) => ({ code })),
  levels: ({ levels }, _, { load }) => concepts(levels, load),
  competences: ({ competences }, _, { load }) => concepts(competences, load),
  addressWatch: async ({ id, state, openAddress }, _, { load }) => {
    const watch = state === "PUBLISHED" ? await load.addressWatch.load(id) : null;
    return watch && watch.url === openAddress?.url ? watch : null;
  },
  publicationGaps: (scenario) => (scenario.state === "WITHDRAWN" ? [] : publicationGaps(scenario)),
  // What reviewers wrote to the authors is not for everyone.
  reviews: async (scenario, _, ctx) => ((await sees(ctx, scenario)) ? scenario.reviews : []),
  versions: ({ id, versions }) => versions.map((version) => ({ ...version, scenarioId: id })),
  // Words that were proposed are the group's; those that were published are read with their version.
  keptTexts: async (scenario, _, ctx) => ((await sees(ctx, scenario)) ? ctx.load.keptTexts.load(scenario.id) : []),
  previewLinks: async (scenario, _, ctx) =>
    (await sees(ctx, scenario)) ? ctx.load.previewLinks.load(scenario.id) : [],
  origins: ({ origins }) => origins,
  adaptations: ({ id }, _, { load }) => load.adaptations.load(id),
  useCount: async ({ id }, _, { load }) => (await load.uses.load(id))?.count ?? 0,
  related: async ({ id }, { first }, { load }) => {
    const ids = (await load.related.load(id))?.related ?? [];
    const found = await load.scenario.loadMany(ids.slice(0, Math.max(0, first ?? RELATED)));
    return found.flatMap((one) => (one && "id" in one ? [one] : []));
  },
  credit: (scenario, _, { load, origin }) => creditOf(scenario, load, origin),
  downloads: async ({ id, slug }, _, { load }) => {
    const sizes = await load.exportSizes.load(id);
    return EXPORT_FORMATS.map((format) => ({
      format,
      url: exportPath(slug, format),
      size: sizes.find((one) => one.format === format)?.size ?? null,
    }));
  },
};

/** As many are told without being asked for a number; ten at most. */
const RELATED = 4;

/** A concept that left its vocabulary is shown by its address. */
async function concepts(uris: readonly string[], load: Loaders) {
  const found = await load.concept.loadMany([...uris]);
  return uris.map((uri, index) => {
    const concept = found[index];
    if (concept instanceof Error) throw concept;
    return concept ?? { uri, label: uri, broader: null };
  });
}

export const Contribution: ContributionResolvers = { person: ({ personId }) => person(personId) };
export const Implementation: ImplementationResolvers = { teacher: ({ teacherId }) => person(teacherId) };
export const Feedback: FeedbackResolvers = { author: ({ authorId }) => person(authorId) };
export const ScenarioReview: ScenarioReviewResolvers = { reviewer: ({ reviewerId }) => person(reviewerId) };
export const ScenarioVersion: ScenarioVersionResolvers = {
  by: ({ byId }) => person(byId),
  text: async ({ scenarioId, number }, _, { load }) => textOfVersion(await load.keptTexts.load(scenarioId), number),
};
export const KeptText: KeptTextResolvers = {
  by: ({ byId }) => person(byId),
  writers: ({ writerIds }) => writerIds.map((id) => ({ id })),
};
export const PreviewLink: PreviewLinkResolvers = {
  by: ({ byId }) => person(byId),
  active: (link, _, { at }) => opens(link, at),
};
export const ScenarioText: ScenarioTextResolvers = {
  disciplines: ({ disciplineCodes }) => disciplineCodes.map((code) => ({ code })),
  levels: ({ levels }, _, { load }) => concepts(levels, load),
  competences: ({ competences }, _, { load }) => concepts(competences, load),
};
export const Resource: ResourceResolvers = {
  kind: (resource) => kindOf(resource),
  rights: (resource) => resource,
  file: ({ file }) => file && { ...file, url: filePath(FILES, file) },
};
export const UsageRight: UsageRightResolvers = { allowsOpenPublication: (right) => allowsOpenPublication(right) };
export const EdubaseIndexing: EdubaseIndexingResolvers = {
  academy: ({ academyCode }) => (academyCode ? { code: academyCode } : null),
  by: ({ byId }) => person(byId),
};

export const AddressWatch: AddressWatchResolvers = {
  brokenSince: (watch) => brokenSince(watch),
  nextCheckAt: ({ nextAt }) => nextAt,
};
