import { stableId } from "@trame/kit/id";
import { person, testService } from "@trame/kit/testing/service";
import { peopleEvents, peopleStateEvents, projectsEvents } from "@trame/proto-schemas/topics";
import type { Visit } from "../src/domain/address.ts";
import { serviceWith } from "../src/service.ts";

export const AT = new Date("2020-03-10T09:00:00Z");

export const svt = stableId("theme", "svt");
export const maths = stableId("theme", "maths");
export const rennesProject = stableId("project", "svt", "rennes");
export const nicesProject = stableId("project", "svt", "nice");
export const campaign = stableId("campaign", "2019");
export const SECONDE = "http://data.education.fr/voc/scolomfr/concept/scolomfr-voc-022-num-136";
export const LYCEE = "http://data.education.fr/voc/scolomfr/concept/scolomfr-voc-022-num-142";
export const CYCLE_4 = "http://data.education.fr/voc/scolomfr/concept/scolomfr-voc-022-num-621";
export const QUATRIEME = "http://data.education.fr/voc/scolomfr/concept/scolomfr-voc-022-num-021";

const inRennes = { academyCode: "14", themeId: svt };
const inNice = { academyCode: "23", themeId: svt };

export const claire = person("claire", { role: "TEACHER", ...inRennes });
export const karim = person("karim", { role: "TEACHER", ...inRennes });
export const referent = person("referent", { role: "REFERENT", ...inRennes });
export const pilot = person("pilot", { role: "PILOT", ...inRennes });
export const ian = person("ian", { role: "IAN", academyCode: "14", disciplineCode: "svt" });
export const ianMaths = person("ian-maths", { role: "IAN", academyCode: "14", disciplineCode: "mathematiques" });
export const ianNice = person("ian-nice", { role: "IAN", academyCode: "23", disciplineCode: "svt" });
export const expert = person("expert", { role: "EXPERT", themeId: svt });
export const nina = person("nina", { role: "TEACHER", ...inNice });
export const stranger = person("stranger", { role: "TEACHER", academyCode: "14", themeId: maths });

/** Whatever the address, what the visit finds can be told beforehand. */
export function pretendWeb() {
  const findings = new Map<string, Visit>();
  const visited: string[] = [];
  return {
    visited,
    says: (url: string, visit: Visit) => findings.set(url, visit),
    visit: async (url: string): Promise<Visit> => {
      visited.push(url);
      return findings.get(url) ?? { kind: "PAGE", finalUrl: url };
    },
  };
}

/** The service, with two academies, a theme, two retained projects and the persons above. */
export async function openScenarios() {
  const web = pretendWeb();
  const service = await testService(serviceWith({ visit: web.visit }), { at: AT });
  const { hears } = service;
  await hears(projectsEvents.CampaignPrepared, campaign, { campaign: { id: campaign, label: "2019-2020" } });
  for (const [id, title] of [
    [svt, "Les métadonnées, des ressources pour construire des concepts en SVT"],
    [maths, "Algorithmique"],
  ] as const) {
    await hears(projectsEvents.ThemeProposed, id, { theme: { id, campaignId: campaign, title } });
  }
  for (const [id, academyCode] of [
    [rennesProject, "14"],
    [nicesProject, "23"],
  ] as const) {
    const project = { id, campaignId: campaign, themeId: svt, academyCode, title: "Projet", state: "RUNNING" };
    await hears(projectsEvents.ProjectOpened, id, { project: { ...project, disciplineCodes: ["svt"] } });
  }
  for (const [code, label] of [
    ["svt", "Sciences de la vie et de la Terre"],
    ["mathematiques", "Mathématiques"],
  ] as const) {
    await hears(projectsEvents.DisciplineRecorded, code, { discipline: { code, label } });
  }
  await hears(peopleEvents.AcademyRecorded, "14", {
    academy: { code: "14", label: "académie de Rennes", sites: ["ac-rennes.fr", "espaceeducatif.ac-rennes.fr"] },
  });
  await hears(peopleEvents.AcademyRecorded, "23", {
    academy: { code: "23", label: "académie de Nice", sites: ["ac-nice.fr"] },
  });
  for (const [id, displayName, academyCode] of [
    ["claire", "Claire Le Goff", "14"],
    ["karim", "Karim Benali", "14"],
    ["referent", "Yann Kerbrat", "14"],
    ["nina", "Nina Rossi", "23"],
  ] as const) {
    await hears(peopleStateEvents.PersonState, id, { id, displayName, academyCode });
  }
  return { ...service, web, ...capabilities(service) };
}

const SCENARIO = `id slug title state version versionNumber credit
  academies { code } authors { person { id } role publishedName }
  publicationGaps { code field requirement }
  openAddress { url result detail acceptedReason }
  edubase { state number academy { code } by { id } }
  versions { number title } reviews { outcome } resources { id title rights { basis allowsOpenPublication } }
  digitalServices { id name } implementations { id outcome } feedback { text author { id } }`;

type Actor = ReturnType<typeof person>;
// biome-ignore lint/suspicious/noExplicitAny: tests read answers by shape
type Answer = any;

/** What persons do, in the words of the service. */
function capabilities({ query }: Pick<Awaited<ReturnType<typeof testService>>, "query">) {
  /** Sends one mutation; `scenarioId` is filled in by the caller's input. */
  const does = async (actor: Actor, mutation: string, input: object): Promise<Answer> => {
    const type = `${mutation[0]?.toUpperCase()}${mutation.slice(1)}Input`;
    const data = await query(
      actor,
      `mutation ($input: ${type}!) { ${mutation}(input: $input) { scenario { ${SCENARIO} } errors { kind code message field requirement } } }`,
      { input },
    );
    return data[mutation];
  };
  const must = async (actor: Actor, mutation: string, input: object): Promise<Answer> => {
    const { scenario, errors } = await does(actor, mutation, input);
    if (errors.length) throw new Error(JSON.stringify(errors));
    return scenario;
  };
  const drafts = (actor: Actor, title = "Relever la biodiversité du lycée", projectId = rennesProject) =>
    must(actor, "draftScenario", { projectId, title });

  /** A draft to which nothing is missing. */
  const writes = async (actor: Actor, title?: string, more: object = {}): Promise<Answer> => {
    const { id: scenarioId } = await drafts(actor, title);
    await must(actor, "reviseScenario", {
      scenarioId,
      summary: "Les élèves photographient, géolocalisent et classent les espèces de la cour.",
      course: "Séance 1 : relevés. Séance 2 : carte. Séance 3 : interprétation.",
      levels: [SECONDE],
      competences: ["1.2", "1.3"],
      progressivity: "GUIDED_USE",
      licence: "CC BY-SA 4.0",
      generalisation: "Reproductible dans tout établissement doté de tablettes.",
      ...more,
    });
    await must(actor, "recordImplementation", {
      scenarioId,
      classLevel: "Seconde, 32 élèves",
      establishment: "Lycée Chateaubriand, Rennes",
      startedOn: "2020-01-14",
      outcome: "Les élèves justifient leurs choix de métadonnées.",
    });
    return must(referent, "setOpenAddress", {
      scenarioId,
      url: "https://espaceeducatif.ac-rennes.fr/svt/biodiversite",
    });
  };
  const review = async (actor: Actor, title?: string, more?: object): Promise<Answer> => {
    const { id: scenarioId } = await writes(actor, title, more);
    await must(referent, "proposeScenario", { scenarioId });
    return must(pilot, "reviewScenario", { scenarioId, outcome: "PASSED" });
  };
  const publishes = async (actor: Actor, title?: string, more?: object): Promise<Answer> => {
    const { id: scenarioId } = await review(actor, title, more);
    return must(ian, "publishScenario", { scenarioId });
  };
  return { does, must, drafts, writes, review, publishes };
}
