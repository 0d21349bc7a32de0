import type { Command } from "@trame/kit/aggregate";
import { dayIn } from "@trame/kit/day";
import { holdFile, keepOnly } from "@trame/kit/files/store";
import { newId } from "@trame/kit/id";
import { notFound, type Refusal, refuse, refuseAll } from "@trame/kit/refusal";
import type { Scope } from "@trame/kit/rights";
import type { Tx } from "../database.ts";
import type { OpenAddress } from "../domain/address.ts";
import type { DigitalService, Resource } from "../domain/rights-of-use.ts";
import type { Authorship, Feedback, Implementation, Publication, Scenario, ScenarioText } from "../domain/scenario.ts";
import { freeSlug, slugOf } from "../domain/slug.ts";
import * as rules from "../domain/writing.ts";
import { refusals } from "../errors.ts";
import { policy } from "../policy.ts";
import { academyScope } from "./academies.ts";
import { keptText } from "./kept.ts";
import { academiesOf, academiesOfAuthors, namesOf, scopeOf } from "./place.ts";
import { retainedProject } from "./projections.ts";
import { scenarios, toScenario } from "./scenarios.ts";
import { withLiveText } from "./settle.ts";

export interface Draft {
  id?: string;
  projectId: string;
  title: string;
}

/** A member of the group begins it and is its first author. */
export async function draftScenario(tx: Tx, command: Command, { id = newId(), ...draft }: Draft): Promise<string> {
  const project = await retainedProject(tx, draft.projectId);
  const { themeId, campaignId, academyCode, disciplineCodes } = project;
  policy.demand(command.by, "writeScenario", { themeId, academyCodes: await academyScope(tx, academyCode) });
  const where = { projectId: project.id, themeId, campaignId, academyCode, disciplineCodes };
  const slug = await reserveSlug(tx, draft.title);
  const scenario = { ...where, id, slug, title: draft.title, authorId: me(command), at: command.at };
  await scenarios.create(tx, command, rules.draftScenario(scenario, project.state));
  return id;
}

/** Stable from the first draft: a change of title does not move the page. */
export async function reserveSlug(tx: Tx, title: string): Promise<string> {
  const slug = slugOf(title);
  // Two drafts with one title wait for each other here.
  await tx.$queryRaw`select pg_advisory_xact_lock(hashtextextended(${`slug/${slug}`}, 0))::text as locked`;
  const taken = await tx.scenario.findMany({ where: { slug: { startsWith: slug } }, select: { slug: true } });
  return freeSlug(
    slug,
    taken.map((row) => row.slug),
  );
}

export interface Revision {
  text: Partial<ScenarioText>;
  authors?: Authorship["authors"];
}

/** Authors and members of the group; once published, its authors. */
export async function reviseScenario(
  tx: Tx,
  command: Command,
  id: string,
  { text, authors }: Revision,
): Promise<string> {
  const { scope, row } = await place(tx, id);
  const authorship = authors ? await bring(tx, row, authors) : null;
  await knowAll(tx, text);
  const publication = await publicationOf(tx, command, authors ?? row.authors);
  await scenarios.change(tx, command, id, (scenario) => {
    demandWriter(command, scenario, scope);
    return rules.reviseScenario(scenario, { text, authorship }, publication);
  });
  return id;
}

/** Brings earlier words back: whoever may write them may. */
export async function restoreText(tx: Tx, command: Command, id: string, keptTextId: string): Promise<string> {
  const { scope, row } = await place(tx, id);
  const publication = await publicationOf(tx, command, row.authors);
  const kept = await keptText(tx, id, keptTextId);
  await knowAll(tx, kept.text);
  await scenarios.change(tx, await withLiveText(tx, command, id), id, (scenario) => {
    demandWriter(command, scenario, scope);
    return rules.restoreText(scenario, kept, publication);
  });
  return id;
}

/** Authors and members of the group; once published, its authors. */
export function demandWriter({ by }: Command, scenario: Scenario, scope: Scope): void {
  const author = rules.isAuthor(scenario, by.personId);
  if (!author && scenario.state === "PUBLISHED") refuse(refusals.notAuthor());
  if (!author && !policy.may(by, "writeScenario", scope)) refuse(refusals.notAuthorOrMember());
}

async function bring(tx: Tx, scenario: Scenario, authors: Authorship["authors"]): Promise<Authorship> {
  const { academyCodes, unknown } = await academiesOfAuthors(tx, scenario, authors);
  refuseAll(unknown.map((personId) => refusals.unknownAuthor(personId)));
  return { authors, academyCodes };
}

/** Every code is of its nomenclature. */
async function knowAll(tx: Tx, { disciplineCodes = [], levels = [], competences = [] }: Partial<ScenarioText>) {
  const [disciplines, concepts] = await Promise.all([
    disciplineCodes.length ? tx.discipline.findMany({ where: { code: { in: disciplineCodes } } }) : [],
    levels.length + competences.length
      ? tx.concept.findMany({ where: { uri: { in: [...levels, ...competences] }, broader: { not: null } } })
      : [],
  ]);
  const of = (vocabulary: string) => concepts.filter((one) => one.vocabulary === vocabulary).map(({ uri }) => uri);
  const strangers = (codes: string[], known: string[], refusal: (code: string) => Refusal) =>
    codes.filter((code) => !known.includes(code)).map(refusal);
  refuseAll([
    ...strangers(
      disciplineCodes,
      disciplines.map(({ code }) => code),
      refusals.unknownDiscipline,
    ),
    ...strangers(levels, of("LEVEL"), refusals.unknownLevel),
    ...strangers(competences, of("CRCN"), refusals.unknownCompetence),
  ]);
}

export interface NewResource extends Omit<Resource, "id" | "file"> {
  id?: string;
  fileId?: string;
}

/** The file was deposited before; from now on it is the scenario's, and one that it replaces is nobody's. */
export async function declareResource(
  tx: Tx,
  command: Command,
  id: string,
  { fileId, ...words }: NewResource,
): Promise<string> {
  const file = fileId ? await attached(tx, command, id, fileId) : null;
  const resource = { ...words, file, id: words.id ?? newId() };
  await byAuthor(tx, command, id, (scenario, publication) => {
    if (words.id && !scenario.resources.some((one) => one.id === words.id)) {
      refuse(notFound("Cette ressource", "resourceId"));
    }
    return rules.declareResource(scenario, resource, publication);
  });
  return releaseFiles(tx, id);
}

export async function removeResource(tx: Tx, command: Command, id: string, resourceId: string): Promise<string> {
  await byAuthor(tx, command, id, (scenario, publication) => rules.removeResource(scenario, resourceId, publication));
  return releaseFiles(tx, id);
}

async function attached(tx: Tx, command: Command, scenarioId: string, fileId: string) {
  const holder = holderOf(scenarioId);
  const { id, name, type, size } = await holdFile(tx, { id: fileId, holder, byId: me(command) });
  return { id, name, type, size };
}

async function releaseFiles(tx: Tx, id: string): Promise<string> {
  const { row } = await place(tx, id);
  await keepOnly(
    tx,
    holderOf(id),
    row.resources.flatMap(({ file }) => file?.id ?? []),
  );
  return id;
}

export const holderOf = (scenarioId: string): string => `scenario/${scenarioId}`;

export const declareDigitalService = (
  tx: Tx,
  command: Command,
  id: string,
  service: Omit<DigitalService, "id"> & { id?: string },
) =>
  byAuthor(tx, command, id, (scenario, publication) => {
    if (service.id && !scenario.digitalServices.some((one) => one.id === service.id)) {
      refuse(notFound("Ce service", "digitalServiceId"));
    }
    return rules.declareDigitalService(scenario, { ...service, id: service.id ?? newId() }, publication);
  });

async function byAuthor(
  tx: Tx,
  command: Command,
  id: string,
  decide: (scenario: Scenario, publication: Publication) => ReturnType<typeof rules.declareResource>,
): Promise<string> {
  const { row } = await place(tx, id);
  const publication = await publicationOf(tx, command, row.authors);
  await scenarios.change(tx, command, id, (scenario) => {
    if (!rules.isAuthor(scenario, command.by.personId)) refuse(refusals.notAuthor());
    return decide(scenario, publication);
  });
  return id;
}

/** The visit came before, outside this transaction (R68). */
export async function setOpenAddress(tx: Tx, command: Command, id: string, address: OpenAddress): Promise<string> {
  const { scope, row } = await place(tx, id);
  const publication = await publicationOf(tx, command, row.authors);
  await scenarios.change(tx, command, id, (scenario) => {
    policy.demand(command.by, "setOpenAddress", scope);
    return rules.setOpenAddress(scenario, address, publication);
  });
  return id;
}

/** By who held the class: the group's members and authors; once it is published, every team of the theme (R03, R06). */
export async function recordImplementation(
  tx: Tx,
  command: Command,
  id: string,
  { id: implementationId = newId(), ...words }: Omit<Implementation, "id" | "teacherId" | "at"> & { id?: string },
): Promise<string> {
  const { scope } = await place(tx, id);
  const implementation = { ...words, id: implementationId, teacherId: me(command), at: command.at };
  const today = dayIn(command.at);
  await scenarios.change(tx, command, id, (scenario) => {
    const right = scenario.state === "PUBLISHED" ? "reuseScenario" : "writeScenario";
    if (!rules.isAuthor(scenario, command.by.personId)) policy.demand(command.by, right, scope);
    return rules.recordImplementation(scenario, implementation, today);
  });
  return id;
}

export async function giveFeedback(
  tx: Tx,
  command: Command,
  id: string,
  { id: feedbackId = newId(), ...words }: Omit<Feedback, "id" | "authorId" | "at"> & { id?: string },
): Promise<string> {
  const { scope } = await place(tx, id);
  const feedback = { ...words, id: feedbackId, authorId: me(command), at: command.at };
  await scenarios.change(tx, command, id, (scenario) => {
    policy.demand(command.by, "giveFeedback", scope);
    return rules.giveFeedback(scenario, feedback);
  });
  return id;
}

/** A person acts in his or her own name. */
export function me({ by }: Command): string {
  if (!by.personId) refuse(refusals.signedOut());
  return by.personId;
}

export async function place(tx: Tx, id: string) {
  const row = await tx.scenario.findUnique({ where: { id } });
  if (!row) refuse(notFound("Ce scénario", "scenarioId"));
  const scenario = toScenario(row);
  const academies = await academiesOf(tx);
  return { row: scenario, academies, scope: scopeOf(scenario, academies) };
}

export const publicationOf = async (
  tx: Tx,
  command: Command,
  authors: readonly { personId: string }[],
): Promise<Publication> => ({
  byId: command.by.personId ?? null,
  at: command.at,
  names: await namesOf(tx, authors),
});
