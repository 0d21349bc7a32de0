import { type Refusal, refuseAll } from "@trame/kit/refusal";
import { refusals } from "../errors.ts";
import { addYears } from "./calendar.ts";
import { type Criterion, gridFits, USUAL_GRID } from "./grid.ts";
import { PAY_WINDOWS, type PayWindow, payWindowsFit } from "./pay-window.ts";
import {
  movedBy,
  nextYear,
  type Phase,
  type PhaseKind,
  phasesFit,
  rankOf,
  refuseRestart,
  usualPhases,
  withDates,
} from "./phases.ts";
import { changeSpecification, type SpecificationFile } from "./specification.ts";
import type { Theme } from "./theme.ts";

/** What the programme office sets for one campaign; each has its default here and nowhere else. */
export interface CampaignSettings {
  /** How many academies a theme should have at most; going over warns (R21). */
  perTheme: number | null;
  /** How many teams an academy should have at most; going over warns. */
  perAcademy: number | null;
  reviewersPerApplication: number;
  /** Days before the close of the call at which those who have not submitted are reminded. */
  draftReminderDays: number;
  /** Days that an academy has for a correction, unless the office says otherwise. */
  correctionDays: number;
  /** A theme of two years goes on only after the office has renewed it (R46). */
  renewal: boolean;
  grid: Criterion[];
  /** When the two instalments of each school year may be attested and ordered (R90). */
  payWindows: PayWindow[];
}

export const USUAL_SETTINGS: CampaignSettings = {
  perTheme: null,
  perAcademy: null,
  reviewersPerApplication: 2,
  draftReminderDays: 7,
  correctionDays: 10,
  renewal: false,
  grid: [...USUAL_GRID],
  payWindows: [...PAY_WINDOWS],
};

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
  specificationFile: SpecificationFile | null;
  /** The whole calendar, the call first. */
  phases: Phase[];
  /** Under way; null until the call was opened. */
  phase: PhaseKind | null;
  settings: CampaignSettings;
}

export type PreparedCampaign = Omit<Campaign, "version" | "callOpened" | "callClosed" | "phase" | "specificationFile">;

export type CampaignFact =
  | { type: "CampaignPrepared"; campaign: PreparedCampaign }
  | { type: "CampaignRevised"; target: number; specificationUrl: string | null; settings: CampaignSettings }
  | { type: "SpecificationDeposited" | "SpecificationReplaced"; file: SpecificationFile }
  | { type: "SpecificationRemoved" }
  | { type: "CampaignDated"; phases: Phase[] }
  | { type: "CallOpened" }
  | { type: "CallClosed"; at: Date }
  | { type: "PhaseBegan"; phase: PhaseKind };

export type CallState = "UPCOMING" | "OPEN" | "CLOSED";

/** A campaign begins with one school year, a window for its call and the dates that follow from it (R01, R17, R21). */
export function prepareCampaign(
  campaign: Omit<PreparedCampaign, "phases" | "settings"> & Partial<Pick<PreparedCampaign, "phases" | "settings">>,
): CampaignFact[] {
  const { callOpensAt: opensAt, callClosesAt: closesAt, settings = USUAL_SETTINGS } = campaign;
  const found: Refusal[] = [];
  const years = /^(\d{4})-(\d{4})$/.exec(campaign.label);
  if (!years || Number(years[2]) !== Number(years[1]) + 1) found.push(refusals.yearMalformed());
  if (campaign.endsOn <= campaign.startsOn) found.push(refusals.yearReversed());
  if (closesAt <= opensAt) found.push(refusals.windowReversed());
  found.push(...settingsFit(campaign, settings));
  refuseAll(found);
  const phases = campaign.phases ?? usualPhases({ opensAt, closesAt }, campaign);
  return [{ type: "CampaignPrepared", campaign: { ...campaign, settings, phases } }];
}

function settingsFit({ target }: { target: number }, settings: CampaignSettings): Refusal[] {
  const counts = ["perTheme", "perAcademy", "reviewersPerApplication", "draftReminderDays", "correctionDays"] as const;
  return [
    ...(target < 1 ? [refusals.targetTooSmall()] : []),
    ...counts.filter((name) => (settings[name] ?? 1) < 1).map((name) => refusals.settingTooSmall(name)),
    ...gridFits(settings.grid),
    ...payWindowsFit(settings.payWindows),
  ];
}

/** What is absent stays. */
export interface CampaignChange {
  target?: number;
  specificationUrl?: string | null;
  specificationFile?: SpecificationFile | null;
  settings?: Partial<CampaignSettings>;
}

/** The grid stays as it is once a reviewer has begun to mark with it. */
export function reviseCampaign(
  campaign: Campaign,
  change: CampaignChange,
  { marked }: { marked: boolean },
): CampaignFact[] {
  const { target = campaign.target, specificationUrl = campaign.specificationUrl } = change;
  const settings = { ...campaign.settings, ...change.settings };
  const regraded = JSON.stringify(settings.grid) !== JSON.stringify(campaign.settings.grid);
  refuseAll([...settingsFit({ target }, settings), ...(marked && regraded ? [refusals.gridInUse()] : [])]);
  const revised: CampaignFact = { type: "CampaignRevised", target, specificationUrl, settings };
  return [revised, ...changeSpecification(campaign, change.specificationFile)];
}

/** One by one: the phases that are given get these dates (R17). */
export function datePhases(campaign: Campaign, dates: readonly Phase[], at: Date): CampaignFact[] {
  return dated(campaign, withDates(campaign.phases, dates), at);
}

/** All together: whatever is still to come moves by so many days. */
export function moveDates(campaign: Campaign, days: number, at: Date): CampaignFact[] {
  return days === 0 ? [] : dated(campaign, movedBy(campaign.phases, days, at), at);
}

function dated(campaign: Campaign, phases: Phase[], at: Date): CampaignFact[] {
  refuseAll(phasesFit(phases));
  // The call is opened by the office: until then its dates are free.
  refuseRestart(
    campaign.callOpened ? campaign.phases : campaign.phases.slice(1),
    campaign.callOpened ? phases : phases.slice(1),
    at,
  );
  const reopened = campaign.callClosed && phases[0]?.endsAt.getTime() !== campaign.callClosesAt.getTime();
  refuseAll(reopened ? [refusals.callAlreadyClosed()] : []);
  return [{ type: "CampaignDated", phases }];
}

/**
 * Last year's settings by choice, its days and hours a year later; nothing of what was lived in it, nor the file of its
 * cahier des charges, which tells its dates.
 */
export function repeatedFrom(last: Campaign, id: string, { settings }: { settings: boolean }): PreparedCampaign {
  const [first = "", second = ""] = last.label.split("-").map((year) => String(Number(year) + 1));
  const phases = nextYear(last.phases);
  const call = phases[0] ?? { startsAt: last.callOpensAt, endsAt: last.callClosesAt };
  return {
    id,
    label: `${first}-${second}`,
    startsOn: addYears(last.startsOn, 1),
    endsOn: addYears(last.endsOn, 1),
    callOpensAt: call.startsAt,
    callClosesAt: call.endsAt,
    phases,
    target: settings ? last.target : 100,
    specificationUrl: settings ? last.specificationUrl : null,
    settings: settings ? last.settings : USUAL_SETTINGS,
  };
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
export const closeCall = (campaign: Campaign, at: Date): CampaignFact[] =>
  campaign.callOpened && !campaign.callClosed ? [{ type: "CallClosed", at }] : [];

/** Closed before its term, the call's window ends when it was closed. */
function closedAt(campaign: Campaign, at: Date): Campaign {
  const { callOpensAt, callClosesAt, phases } = campaign;
  if (at <= callOpensAt || at >= callClosesAt) return { ...campaign, callClosed: true };
  return {
    ...campaign,
    callClosed: true,
    callClosesAt: at,
    phases: phases.map((phase) => (phase.kind === "CALL" ? { ...phase, endsAt: at } : phase)),
  };
}

/** By the scheduler, when its date has come: a campaign whose call was never opened does not go on by itself. */
export const beginPhase = (campaign: Campaign, phase: PhaseKind): CampaignFact[] =>
  campaign.phase !== null && rankOf(phase) > rankOf(campaign.phase) ? [{ type: "PhaseBegan", phase }] : [];

/** The window decides, the office's opening is needed: no application outside (R17). */
export function callState(campaign: Campaign, at: Date): CallState {
  if (campaign.callClosed || at >= campaign.callClosesAt) return "CLOSED";
  return campaign.callOpened && at >= campaign.callOpensAt ? "OPEN" : "UPCOMING";
}

/** The campaign's school years: the second where a theme lasts two (R01, R46). */
export function schoolYears(
  { label, startsOn, endsOn }: Pick<Campaign, "label" | "startsOn" | "endsOn">,
  longest: number,
) {
  const first = { rank: 1, label, startsOn, endsOn };
  const next = label.split("-").map((year) => Number(year) + 1);
  return longest < 2
    ? [first]
    : [first, { rank: 2, label: next.join("-"), startsOn: addYears(startsOn, 1), endsOn: addYears(endsOn, 1) }];
}

export function evolveCampaign(campaign: Campaign | null, fact: CampaignFact): Campaign {
  if (fact.type === "CampaignPrepared") {
    return { ...fact.campaign, version: 0, callOpened: false, callClosed: false, phase: null, specificationFile: null };
  }
  if (!campaign) throw new Error(`${fact.type} without a campaign`);
  switch (fact.type) {
    case "CampaignRevised": {
      const { target, specificationUrl, settings } = fact;
      return { ...campaign, target, specificationUrl, settings };
    }
    case "SpecificationDeposited":
    case "SpecificationReplaced":
      return { ...campaign, specificationFile: fact.file };
    case "SpecificationRemoved":
      return { ...campaign, specificationFile: null };
    case "CampaignDated": {
      const [call] = fact.phases;
      const window = call ? { callOpensAt: call.startsAt, callClosesAt: call.endsAt } : {};
      return { ...campaign, phases: fact.phases, ...window };
    }
    case "CallOpened":
      return { ...campaign, callOpened: true, phase: "CALL" };
    case "CallClosed":
      return closedAt(campaign, fact.at);
    case "PhaseBegan":
      return { ...campaign, phase: fact.phase };
  }
}
