import type { Application as ApplicationState } from "./domain/application.ts";
import type { Campaign as CampaignState } from "./domain/campaign.ts";
import type { Instalment as InstalmentRow } from "./domain/instalment.ts";
import type { Project as ProjectState } from "./domain/project.ts";
import type { Theme as ThemeState } from "./domain/theme.ts";
import type { PlacedLine, UsedEnvelope } from "./store/pay-lists.ts";

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
