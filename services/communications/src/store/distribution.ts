import { randomBytes } from "node:crypto";
import type { Command } from "@trame/kit/aggregate";
import { audit } from "@trame/kit/audit";
import { newId } from "@trame/kit/id";
import { notFound, refuse, refuseAll } from "@trame/kit/refusal";
import type { Db, Tx } from "../database.ts";
import type { MailContent } from "../domain/mail.ts";
import type { Source } from "../domain/publication.ts";
import { ESPE, espeName, espeOf, INSTITUTIONS, WORKING_GROUPS } from "../domain/recipients.ts";
import { emailOf, isEmail } from "../domain/subscriber.ts";
import * as rules from "../domain/synthesis.ts";
import { refusals } from "../errors.ts";
import { policy } from "../policy.ts";
import { recipientsOf } from "./audience.ts";
import { authorOf } from "./authors.ts";
import { publishSource } from "./publications.ts";
import { syntheses } from "./syntheses.ts";

/** Kind of the mails that carry a synthesis. */
export const SYNTHESIS = "SYNTHESIS";

interface Recipient {
  recipient: string;
  requirement: string;
  name: string;
  personId: string | null;
  academyCode: string | null;
  email: string | null;
}

/** An institution that always receives the syntheses, and where it is written to. */
export interface InstitutionAddress {
  code: string;
  name: string;
  later: string | null;
  requirement: string;
  academyCode: string | null;
  email: string | null;
}

/** All of them: the four directorates, and an ESPE for each academy. */
export async function institutions(tx: Pick<Tx, "institution" | "academy">): Promise<InstitutionAddress[]> {
  const emails = new Map((await tx.institution.findMany()).map(({ code, email }) => [code, email]));
  const academies = await tx.academy.findMany({ orderBy: { name: "asc" } });
  return [
    ...INSTITUTIONS.map((one) => ({ ...one, academyCode: null, email: emails.get(one.code) ?? null })),
    ...academies.map(({ code, label, name }) => ({
      code: espeOf(code),
      name: espeName(label || name),
      later: "INSPÉ",
      requirement: "R97",
      academyCode: code,
      email: emails.get(espeOf(code)) ?? null,
    })),
  ];
}

export async function setInstitution(tx: Tx, command: Command, { code, email }: { code: string; email: string }) {
  policy.demand(command.by, "keepInstitutions");
  const known = (await institutions(tx)).some((one) => one.code === code);
  const address = emailOf(email);
  refuseAll([...(known ? [] : [refusals.unknownInstitution()]), ...(isEmail(address) ? [] : [refusals.notAnEmail()])]);
  const data = { email: address, byId: authorOf(command), at: command.at };
  await tx.institution.upsert({ where: { code }, create: { code, ...data }, update: data });
  await audit(tx, {
    at: command.at,
    actor: command.by,
    action: "InstitutionAddressed",
    subject: `Institution:${code}`,
  });
  return code;
}

/** Working groups, IGEN, DGESCO, DRDIE, IHEEF, and the ESPE of each participating academy (R93 to R98). */
async function recipients(tx: Tx, themeId: string, at: Date): Promise<Recipient[]> {
  const group = { personIds: [], audiences: [{ role: "", themeId, academyCode: "" }], exceptIds: [] };
  const [personIds = []] = await recipientsOf(tx, [group], at);
  const teams = await tx.project.findMany({ where: { themeId, state: { not: "ABANDONED" } } });
  const taking = new Set(teams.map(({ academyCode }) => academyCode));
  const bodies = (await institutions(tx)).filter(({ academyCode }) => academyCode === null || taking.has(academyCode));
  return [
    ...personIds.map((personId) => ({
      ...{ recipient: WORKING_GROUPS, requirement: "R93", name: "", academyCode: null, email: null },
      personId,
    })),
    ...bodies.map(({ code, academyCode, ...body }) => ({
      ...{ recipient: academyCode ? ESPE : code, personId: null, academyCode },
      ...{ name: body.name, requirement: body.requirement, email: body.email },
    })),
  ];
}

/** Sent to everybody who must have it, in one transaction with its publication: none is forgotten between the two. */
export async function distributeSynthesis(tx: Tx, command: Command, id: string, origin: string): Promise<string> {
  const row = await tx.synthesis.findUnique({ where: { id }, select: { themeId: true } });
  if (!row) refuse(notFound("Cette synthèse"));
  policy.demand(command.by, "distributeSynthesis", { themeId: row.themeId });
  const all = await recipients(tx, row.themeId, command.at);
  const unreachable = all
    .filter(({ personId, email }) => personId === null && email === null)
    .map(({ name, requirement }) => refusals.recipientWithoutAddress(name, requirement));
  const synthesis = await syntheses.change(tx, command, id, (state) =>
    rules.distributeSynthesis(state, unreachable, command.at),
  );
  const title = titleOf(synthesis);
  const copies = all.map(({ requirement: _, email, ...copy }) => ({
    ...{ id: newId(), synthesisId: id, mailId: newId(), token: randomBytes(24).toString("base64url"), state: "QUEUED" },
    ...copy,
    email,
  }));
  await tx.synthesisCopy.createMany({ data: copies.map(({ email: _, ...copy }) => copy) });
  await tx.mail.createMany({
    data: copies.map(({ mailId, personId, email, token }) => ({
      ...{ id: mailId, kind: SYNTHESIS, personId, address: email },
      content: { ...contentOf(title, token) },
    })),
  });
  await publishSource(tx, command, sourceOf(synthesis, title), origin);
  return id;
}

export const titleOf = ({ kind, facts }: Pick<rules.Synthesis, "kind" | "facts">): string =>
  `${kind === "FINAL" ? "Synthèse" : "Synthèse intermédiaire"} : ${facts?.theme.title ?? ""}`;

const contentOf = (title: string, token: string): MailContent => ({
  subject: title,
  items: [
    {
      title,
      text: "La synthèse des travaux académiques mutualisés de ce thème vous est communiquée. Le lien vous est personnel : y ouvrir la synthèse vaut accusé de lecture, et vous pouvez y accuser réception d'un mot.",
      path: `/syntheses/lire/${token}`,
      action: "Lire la synthèse",
      dueAt: null,
    },
  ],
  more: 0,
  reason: "Vous recevez ce message au titre de la diffusion des synthèses des TraAM.",
  timeZone: "Europe/Paris",
});

const SUMMARY = 600;

const sourceOf = (synthesis: rules.Synthesis, title: string): Source => ({
  kind: "SYNTHESIS",
  sourceId: synthesis.id,
  sourceVersion: synthesis.version,
  title,
  summary: (synthesis.foreword?.text || synthesis.sections.PERSPECTIVES || "").slice(0, SUMMARY),
  address: `/syntheses/${synthesis.id}`,
  themeId: synthesis.themeId,
  academyCodes: [...new Set((synthesis.facts?.teams ?? []).map(({ academyCode }) => academyCode))],
  disciplineCodes: [],
  levels: [],
  licence: "Licence Ouverte 2.0",
  authorIds: [],
});

/** What became of the mail of a copy: kept, since mails themselves are forgotten after a month. */
export async function noteCopy(
  tx: Pick<Tx, "synthesisCopy">,
  mailId: string,
  { state, answer }: { state: string; answer: string },
): Promise<void> {
  await tx.synthesisCopy.updateMany({
    where: { mailId },
    data: { state, answer, ...(state === "SENT" && { sentAt: new Date() }) },
  });
}

export const copyOf = (db: Db, token: string) => db.synthesisCopy.findUnique({ where: { token } });

/** Opening the synthesis from the personal link's page is the proof of reading; the first time counts. */
export const markRead = (db: Db, token: string, now: Date) =>
  db.synthesisCopy.updateMany({ where: { token, readAt: null }, data: { readAt: now } });

const LONGEST = 1_000;

/** A word of receipt, once. */
export const acknowledge = (db: Db, token: string, receipt: string, now: Date) =>
  db.synthesisCopy.updateMany({
    where: { token, receivedAt: null },
    data: { receivedAt: now, receipt: receipt.trim().slice(0, LONGEST) },
  });
