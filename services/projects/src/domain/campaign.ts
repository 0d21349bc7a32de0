import { type Refusal, refuseAll } from "@trame/kit/refusal";
import { refusals } from "../errors.ts";
import type { Theme } from "./theme.ts";

/** A session of the programme (R01). Days are YYYY-MM-DD. */
export interface Campaign {
  id: string;
  version: number;
  /** School year, e.g. 2019-2020. */
  label: string;
  startsOn: string;
  endsOn: string;
  callOpensAt: Date;
  callClosesAt: Date;
  callOpened: boolean;
  callClosed: boolean;
  /** How many teams the programme hopes for (R21). */
  target: number;
  specificationUrl: string | null;
}

export type CampaignFact =
  | { type: "CampaignPrepared"; campaign: Omit<Campaign, "version" | "callOpened" | "callClosed"> }
  | { type: "CallOpened" }
  | { type: "CallClosed" };

export type CallState = "UPCOMING" | "OPEN" | "CLOSED";

/** A campaign begins with one school year and a window for its call (R01, R17, R21). */
export function prepareCampaign(campaign: Omit<Campaign, "version" | "callOpened" | "callClosed">): CampaignFact[] {
  const found: Refusal[] = [];
  const years = /^(\d{4})-(\d{4})$/.exec(campaign.label);
  if (!years || Number(years[2]) !== Number(years[1]) + 1) found.push(refusals.yearMalformed());
  if (campaign.endsOn <= campaign.startsOn) found.push(refusals.yearReversed());
  if (campaign.callClosesAt <= campaign.callOpensAt) found.push(refusals.windowReversed());
  if (campaign.target < 1) found.push(refusals.targetTooSmall());
  refuseAll(found);
  return [{ type: "CampaignPrepared", campaign }];
}

/** Opens the call with themes that all have the agreement of the inspection générale (R17, R18). */
export function openCall(campaign: Campaign, themes: readonly Theme[], at: Date): CampaignFact[] {
  if (campaign.callOpened) refuseAll([refusals.callAlreadyOpen()]);
  if (at >= campaign.callClosesAt) refuseAll([refusals.callWindowOver()]);
  if (themes.length === 0) refuseAll([refusals.callWithoutTheme()]);
  refuseAll([
    ...themes.filter((theme) => theme.campaignId !== campaign.id).map(() => refusals.themeNotInCampaign()),
    ...themes.filter((theme) => theme.state !== "AGREED").map((theme) => refusals.themeNotAgreed(theme.title)),
  ]);
  return [{ type: "CallOpened" }];
}

/** By the programme office, or by the scheduler at the end of the window. Closing twice changes nothing. */
export const closeCall = (campaign: Campaign): CampaignFact[] =>
  campaign.callOpened && !campaign.callClosed ? [{ type: "CallClosed" }] : [];

/** The window decides, the office's opening is needed: no application outside (R17). */
export function callState(campaign: Campaign, at: Date): CallState {
  if (campaign.callClosed || at >= campaign.callClosesAt) return "CLOSED";
  return campaign.callOpened && at >= campaign.callOpensAt ? "OPEN" : "UPCOMING";
}

/** The campaign's school years: the second where a theme lasts two (R01, R46). */
export function schoolYears({ label, startsOn, endsOn }: Campaign, longest: number) {
  const later = (day: string) => `${Number(day.slice(0, 4)) + 1}${day.slice(4)}`;
  const first = { rank: 1, label, startsOn, endsOn };
  const next = label.split("-").map((year) => Number(year) + 1);
  return longest < 2
    ? [first]
    : [first, { rank: 2, label: next.join("-"), startsOn: later(startsOn), endsOn: later(endsOn) }];
}

export function evolveCampaign(campaign: Campaign | null, fact: CampaignFact): Campaign {
  if (fact.type === "CampaignPrepared") return { ...fact.campaign, version: 0, callOpened: false, callClosed: false };
  if (!campaign) throw new Error(`${fact.type} without a campaign`);
  switch (fact.type) {
    case "CallOpened":
      return { ...campaign, callOpened: true };
    case "CallClosed":
      return { ...campaign, callClosed: true };
  }
}
