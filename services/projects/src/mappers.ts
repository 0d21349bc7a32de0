import type { Application as ApplicationState } from "./domain/application.ts";
import type { Campaign as CampaignState } from "./domain/campaign.ts";
import type { Instalment as InstalmentRow } from "./domain/instalment.ts";
import type { Project as ProjectState } from "./domain/project.ts";
import type { Review as ReviewState } from "./domain/review.ts";
import type { LeadProposal as Proposal, Theme as ThemeState } from "./domain/theme.ts";
import type { PlacedLine, UsedEnvelope } from "./store/pay-lists.ts";
import type { ReviewQueue as Queue } from "./store/queue.ts";

/** What resolvers receive as the parent of each type. */
export type Campaign = CampaignState;
export type Theme = ThemeState;
export type Application = ApplicationState;
export type Project = ProjectState;
export type Academy = { code: string };
export type Viewer = { id: string };
export type Call = CampaignState;
export type Instalment = InstalmentRow;
export type PayLine = PlacedLine;
export type MeansEnvelope = UsedEnvelope;
export type Review = ReviewState;
export type ReviewQueue = Queue;
export type LeadProposal = Proposal;
export type Reviewer = { personId: string; themeId: string | null; campaignId: string };
export type ApplicationMessage = { id: string; authorId: string; audience: string; text: string; at: Date };
export type DisciplineCoverage = { discipline: string; candidates: number; retained: number };
export type ThemeCoverage = { theme: string; candidates: number; retained: number };
