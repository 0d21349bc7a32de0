import { Refusals } from "@trame/kit/refusal";
import { type Application, evolveApplication } from "../src/domain/application.ts";
import { type Campaign, evolveCampaign, prepareCampaign, USUAL_SETTINGS } from "../src/domain/campaign.ts";
import { draftApplication } from "../src/domain/candidacy.ts";
import type { Theme } from "../src/domain/theme.ts";

/** States for tests of rules, without I/O. */
export const prepared = {
  id: "c",
  label: "2020-2021",
  startsOn: "2020-09-01",
  endsOn: "2021-08-31",
  callOpensAt: new Date("2020-05-04T06:00:00Z"),
  callClosesAt: new Date("2020-06-12T21:59:00Z"),
  target: 100,
  specificationUrl: null,
  settings: USUAL_SETTINGS,
};

const [fact] = prepareCampaign(prepared);
if (!fact) throw new Error("no fact");

/** Its call is opened. */
export const campaign: Campaign = { ...evolveCampaign(null, fact), version: 1, callOpened: true, phase: "CALL" };

export const theme: Theme = {
  id: "t",
  version: 1,
  campaignId: "c",
  title: "Un thème",
  questions: [],
  axes: [],
  kind: "DISCIPLINARY",
  disciplineCodes: ["svt"],
  durationYears: 1,
  startsOn: "2020-09-01",
  endsOn: "2021-08-31",
  state: "OPEN",
  borrowedFrom: null,
  agreement: null,
  milestones: [],
  leadAcademy: null,
  leadProposal: null,
  deadlineAt: null,
  continuesThemeId: null,
  keepsGroup: false,
  renewal: null,
  launchedAt: null,
};

export const rennes = { code: "14", label: "académie de Rennes", validFrom: null, validTo: null };
export const during = new Date("2020-05-18T07:00:00Z");

export function refusedFor(work: () => unknown): string[] {
  try {
    work();
  } catch (error) {
    if (error instanceof Refusals)
      return error.refusals.map(({ code, requirement }) => `${code} ${requirement ?? ""}`.trim());
    throw error;
  }
  return [];
}

export const draft = (): Application => {
  const [begun] = draftApplication(
    { campaign, theme, academy: rennes },
    { id: "a", title: "Titre", referentId: "p" },
    during,
  );
  if (!begun) throw new Error("no fact");
  return evolveApplication(null, begun);
};

export const complete = (): Application => ({
  ...draft(),
  problem: "p",
  objectives: "o",
  levels: "Seconde",
  meetingCommitment: true,
  members: [
    {
      personId: "x",
      degree: "SECOND",
      track: "GENERAL",
      disciplineCode: "svt",
      implementsInClass: true,
      departement: null,
    },
  ],
});

export const submitted = (): Application => ({ ...complete(), state: "SUBMITTED" });
