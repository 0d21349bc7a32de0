import type { Command } from "@trame/kit/aggregate";
import { type Day, dayIn } from "@trame/kit/day";
import { stableId } from "@trame/kit/id";
import { appendEvents } from "@trame/kit/outbox";
import { notFound, refuse } from "@trame/kit/refusal";
import { notice } from "@trame/proto-schemas/notices";
import { topics } from "@trame/proto-schemas/topics";
import type { Tx } from "../database.ts";
import type { Campaign } from "../domain/campaign.ts";
import { setEnvelope as decideEnvelope, type Envelope } from "../domain/envelope.ts";
import * as rules from "../domain/instalment.ts";
import type { Project } from "../domain/project.ts";
import { policy } from "../policy.ts";
import { academyScope } from "./academies.ts";
import { toCampaign } from "./campaigns.ts";
import { envelopes, instalments } from "./instalments.ts";
import { toProject } from "./projects.ts";

/** Both instalments of each school year, once the team is engaged. Safe to repeat. */
export async function planInstalments(tx: Tx, command: Command, project: Project): Promise<void> {
  if (!project.engagedAt) return;
  const campaign = await tx.campaign.findUniqueOrThrow({ where: { id: project.campaignId } });
  const planned = plannedFor(project, toCampaign(campaign));
  for (const instalment of planned) {
    await instalments.changeOrCreate(tx, command, instalment.id, (known) =>
      known ? [] : [{ type: "InstalmentPlanned", instalment }],
    );
  }
}

/** Other windows for the campaign: what is not attested yet follows (R90). */
export async function dateInstalments(tx: Tx, { by, at }: Command, campaign: Campaign): Promise<void> {
  const open = await tx.instalment.findMany({
    where: { campaignId: campaign.id, state: { in: ["PLANNED", "REJECTED"] } },
    select: { id: true, projectId: true },
    orderBy: { id: "asc" },
  });
  const rows = await tx.project.findMany({ where: { id: { in: open.map(({ projectId }) => projectId) } } });
  const dates = new Map(rows.flatMap((row) => plannedFor(toProject(row), campaign)).map((one) => [one.id, one]));
  for (const { id } of open) {
    const found = dates.get(id);
    if (found) await instalments.change(tx, { by, at }, id, (instalment) => rules.dateInstalment(instalment, found));
  }
}

const plannedFor = (project: Project, { settings }: Campaign) =>
  rules.instalmentsOf(project, (year, number) => instalmentId(project.id, year, number), settings.payWindows);

export const instalmentId = (projectId: string, schoolYear: string, number: number): string =>
  stableId("instalment", projectId, schoolYear, String(number));

export interface PayLinesInput {
  projectId: string;
  schoolYear: string;
  number: number;
  lines: readonly rules.PayLine[];
}

export async function setPayLines(tx: Tx, command: Command, { projectId, schoolYear, number, lines }: PayLinesInput) {
  rules.demandNumber(number);
  const { project, scope } = await place(tx, projectId);
  policy.demand(command.by, "attestService", scope);
  const id = instalmentId(projectId, schoolYear, number);
  const team = await teamOf(tx, project, schoolYear);
  await instalments.change(tx, command, id, (instalment) => rules.setPayLines(instalment, lines, team));
  return id;
}

export async function attestService(tx: Tx, command: Command, id: string, note: string | null): Promise<string> {
  const { project, scope } = await placeOfInstalment(tx, id);
  policy.demand(command.by, "attestService", scope);
  await instalments.change(tx, command, id, (instalment) =>
    rules.attestService(instalment, project, note, signature(command), dayIn(command.at)),
  );
  return id;
}

export async function orderPayment(tx: Tx, command: Command, id: string, reference: string): Promise<string> {
  policy.demand(command.by, "orderPayment");
  const { project } = await placeOfInstalment(tx, id);
  await instalments.change(tx, command, id, (instalment) =>
    rules.orderPayment(instalment, project, reference, signature(command), dayIn(command.at)),
  );
  return id;
}

export async function rejectPayment(tx: Tx, command: Command, id: string, reason: string): Promise<string> {
  policy.demand(command.by, "orderPayment");
  const { project } = await placeOfInstalment(tx, id);
  const rejected = await instalments.change(tx, { ...command, reason }, id, (instalment) =>
    rules.rejectPayment(instalment, reason, signature(command)),
  );
  await tellOfRejection(tx, command, project, rejected);
  return id;
}

export async function recordPayment(tx: Tx, command: Command, id: string, paidOn: Day): Promise<string> {
  policy.demand(command.by, "orderPayment");
  const before = await placeOfInstalment(tx, id);
  const paid = await instalments.change(tx, command, id, (instalment) =>
    rules.recordPayment(instalment, paidOn, dayIn(command.at)),
  );
  if (paid.version > before.version) await tellOfPayment(tx, command, paid);
  return id;
}

export async function setEnvelope(tx: Tx, command: Command, input: Omit<Envelope, "id" | "version">): Promise<string> {
  policy.demand(command.by, "orderPayment");
  const { academyCode, schoolYear, nature, measure } = input;
  if (!(await tx.academy.findUnique({ where: { code: academyCode } })))
    refuse(notFound("Cette académie", "academyCode"));
  const id = stableId("envelope", academyCode, schoolYear, nature, measure);
  await envelopes.changeOrCreate(tx, command, id, (known) => decideEnvelope(known, { id, ...input }));
  return id;
}

const signature = ({ by, at }: Command) => ({ byId: by.personId ?? null, at });

/** Whoever held a mandate in the academy for the theme, on some day of the school year. */
async function teamOf(tx: Tx, { themeId, academyCode }: Project, schoolYear: string): Promise<ReadonlySet<string>> {
  const [first, last] = schoolYear.split("-");
  const rows = await tx.mandate.findMany({
    where: {
      themeId,
      academyCode: { in: await academyScope(tx, academyCode) },
      startsOn: { lte: `${last}-08-31` },
      OR: [{ endsOn: null }, { endsOn: { gte: `${first}-09-01` } }],
    },
    select: { personId: true },
  });
  return new Set(rows.map(({ personId }) => personId));
}

async function place(tx: Tx, projectId: string) {
  const row = await tx.project.findUnique({ where: { id: projectId } });
  if (!row) refuse(notFound("Ce projet", "projectId"));
  const project = toProject(row);
  const { themeId, academyCode } = project;
  return { project, scope: { themeId, academyCodes: await academyScope(tx, academyCode) } };
}

async function placeOfInstalment(tx: Tx, id: string) {
  const row = await tx.instalment.findUnique({ where: { id }, select: { projectId: true, version: true } });
  if (!row) refuse(notFound("Ce versement", "instalmentId"));
  return { ...(await place(tx, row.projectId)), version: row.version };
}

const nameOf = ({ number, schoolYear }: rules.Instalment) =>
  `${number === 1 ? "premier" : "second"} versement de ${schoolYear}`;

/** Whoever attested corrects it, and the référent knows. */
async function tellOfRejection(tx: Tx, { at }: Command, project: Project, instalment: rules.Instalment): Promise<void> {
  const { id, version, themeId, academyCode } = instalment;
  await appendEvents(tx, [
    notice(topics.projects, at, {
      id: stableId("payment-rejected", id, String(version)),
      kind: "PAYMENT_REJECTED",
      audiences: [
        { role: "PILOT", themeId, academyCode },
        { role: "REFERENT", themeId, academyCode },
        { role: "DAN", academyCode },
      ],
      title: `Le ${nameOf(instalment)} est rejeté`,
      // The reason is free text, and a notice holds no name.
      text: `${project.title} : la raison est sur la page du versement.`,
      path: `/espace/versements/${id}`,
      about: id,
    }),
  ]);
}

async function tellOfPayment(tx: Tx, { at }: Command, instalment: rules.Instalment): Promise<void> {
  const { id, lines } = instalment;
  await appendEvents(tx, [
    notice(topics.projects, at, {
      id: stableId("payment-made", id),
      kind: "PAYMENT_MADE",
      personIds: [...new Set(lines.map(({ personId }) => personId))],
      title: `Le ${nameOf(instalment)} est payé`,
      text: "Il apparaît sur le prochain bulletin de paie.",
      path: "/espace/mes-versements",
      about: id,
    }),
  ]);
}
