import { nested } from "@trame/kit/connection";
import { filePath } from "@trame/kit/files/routes";
import type { ApplicationState } from "../domain/application.ts";
import { callState, schoolYears } from "../domain/campaign.ts";
import { FILES } from "../files.ts";
import type {
  CallResolvers,
  CampaignResolvers,
  DisciplineCoverageResolvers,
  ReviewerResolvers,
  ThemeCoverageResolvers,
} from "../gen/schema.ts";
import { policy } from "../policy.ts";
import { mayReadSpecification } from "../store/access.ts";
import type { Recorded } from "../store/loaders.ts";
import { type SelectionBoard as Board, selectionBoard } from "../store/selection.ts";

export const Campaign: CampaignResolvers = {
  __resolveReference: ({ id }, { load }) => load.campaign.load(id),
  call: (campaign) => campaign,
  schoolYears: async (campaign, _, { load }) => {
    const themes = await load.themesOfCampaign.load(campaign.id);
    return schoolYears(campaign, Math.max(1, ...themes.map(({ durationYears }) => durationYears)));
  },
  specificationFile: (campaign, _, { actor, at }) => {
    const { specificationFile: file } = campaign;
    return file && mayReadSpecification(actor, campaign, at) ? { ...file, url: filePath(FILES, file) } : null;
  },
  specificationHistory: async ({ id }, _, { load, actor }) =>
    policy.may(actor, "reviseCampaign") ? specificationEvents(await load.history.load(`Campaign:${id}`)) : null,
  retainedCount: ({ id }, _, { load }) => load.retainedInCampaign.load(id),
  submittedCount: ({ id }, _, { load }) => load.submittedInCampaign.load(id),
  board: (campaign, _, { db, actor }) =>
    policy.may(actor, "readBoard") ? selectionBoard(db, campaign).then(toBoard) : null,
  reviewers: ({ id }, _, { load, actor }) => (policy.may(actor, "readBoard") ? load.reviewersOf.load(id) : null),
  themes: async ({ id }, args, { load }) => nested(await load.themesOfCampaign.load(id), args),
};

/** The sentence of each line of the history. */
const SPECIFICATION_LABELS: Record<string, string> = {
  SpecificationDeposited: "Cahier des charges déposé",
  SpecificationReplaced: "Cahier des charges remplacé",
  SpecificationRemoved: "Cahier des charges retiré",
};

const specificationEvents = (trail: readonly Recorded[]) =>
  trail.flatMap(({ action, at, byId }) => {
    const label = SPECIFICATION_LABELS[action];
    return label ? [{ label, at, by: byId ? { id: byId } : null }] : [];
  });

const toBoard = ({ academies, disciplines, degrees, themes, standings, ...board }: Board) => ({
  ...board,
  standings: standings.map(({ standing, count }) => ({ standing: standing as ApplicationState, count })),
  academies: academies.map(({ key, ...counts }) => ({ ...counts, academy: { code: key } })),
  disciplines: disciplines.map(({ key, ...counts }) => ({ ...counts, discipline: key })),
  degrees: degrees.map(({ key, ...counts }) => ({ ...counts, degree: key as "FIRST" })),
  themes: themes.map(({ key, ...counts }) => ({ ...counts, theme: key })),
});

export const DisciplineCoverage: DisciplineCoverageResolvers = {
  discipline: ({ discipline }, _, { load }) => load.discipline.load(discipline),
};

export const ThemeCoverage: ThemeCoverageResolvers = {
  theme: ({ theme }, _, { load }) => load.theme.load(theme),
};

export const Reviewer: ReviewerResolvers = {
  person: ({ personId }) => ({ id: personId }),
  theme: ({ themeId }, _, { load }) => (themeId ? load.theme.load(themeId) : null),
  assigned: async ({ personId, campaignId }, _, { load }) =>
    sumOf((await load.reviewLoads.load(campaignId)).filter((one) => one.reviewerId === personId)),
  submitted: async ({ personId, campaignId }, _, { load }) =>
    sumOf(
      (await load.reviewLoads.load(campaignId)).filter(
        (one) => one.reviewerId === personId && one.state === "SUBMITTED",
      ),
    ),
};

const sumOf = (loads: readonly { count: number }[]) => loads.reduce((sum, { count }) => sum + count, 0);

export const Call: CallResolvers = {
  opensAt: ({ callOpensAt }) => callOpensAt,
  closesAt: ({ callClosesAt }) => callClosesAt,
  state: (campaign, _, { at }) => callState(campaign, at),
};
