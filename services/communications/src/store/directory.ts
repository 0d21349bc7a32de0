import type { Command } from "@trame/kit/aggregate";
import { audit } from "@trame/kit/audit";
import { fold } from "@trame/kit/fold";
import { newId } from "@trame/kit/id";
import { refuse } from "@trame/kit/refusal";
import { parse } from "csv-parse/sync";
import type { Tx } from "../database.ts";
import { emailOf, FREQUENCIES, FUNCTIONS, isEmail, type Wishes, wishesRefused } from "../domain/subscriber.ts";
import { refusals } from "../errors.ts";
import { policy } from "../policy.ts";
import { knownChoices, newToken } from "./subscribers.ts";

export interface DirectoryLine {
  /** In the file, its titles being line 1. */
  line: number;
  email: string;
  outcome: "ADDED" | "CHANGED" | "KEPT" | "REFUSED";
  reason: string | null;
}

export interface DirectoryImport {
  applied: boolean;
  lines: DirectoryLine[];
}

const MOST_LINES = 5_000;

/**
 * A directory of professional addresses (R75 to R81): its persons are informed, and leave by one click. Whoever
 * unsubscribed, or whose address is lost, is never brought back by a file.
 */
export async function importDirectory(
  tx: Tx,
  command: Command,
  { csv, origin, apply }: { csv: string; origin: string; apply: boolean },
): Promise<DirectoryImport> {
  policy.demand(command.by, "keepSubscribers");
  const rows = read(csv);
  const known = await knownChoices(tx);
  const slugs = new Map((await tx.newsletter.findMany()).map(({ id, slug }) => [slug, id]));
  const academies = new Map(
    (await tx.academy.findMany()).flatMap(({ code, name }) => [
      [code, code],
      [fold(name), code],
    ]),
  );
  const emails = rows.map(({ courriel = "" }) => emailOf(courriel));
  const present = new Map(
    (await tx.subscriber.findMany({ where: { email: { in: emails } } })).map((row) => [row.email, row]),
  );
  const now = new Date();
  const seen = new Set<string>();
  const lines: DirectoryLine[] = [];
  for (const [index, row] of rows.entries()) {
    const email = emails[index] ?? "";
    const say = (outcome: DirectoryLine["outcome"], reason: string | null = null) =>
      lines.push({ line: index + 2, email, outcome, reason });
    const wishes = wishesOf(row, slugs, academies);
    const [wrong] = isEmail(email) ? wishesRefused(wishes, known) : [refusals.notAnEmail()];
    const before = present.get(email);
    if (wrong) say("REFUSED", wrong.message);
    else if (seen.has(email)) say("REFUSED", "Cette adresse figure deux fois dans le fichier.");
    else if (before?.state === "UNSUBSCRIBED") say("KEPT", "S'est désabonné·e : un fichier ne réabonne personne.");
    else if (before?.state === "BOUNCED") say("KEPT", "Adresse perdue : ses courriels reviennent.");
    else if (before?.source === "FORM" && before.state === "CONFIRMED") say("KEPT", "A choisi elle-même ou lui-même.");
    else {
      say(before ? "CHANGED" : "ADDED");
      if (apply) await keep(tx, email, wishes, { consent: `Annuaire professionnel : ${origin}`, now, at: command.at });
    }
    seen.add(email);
  }
  if (apply) {
    const subject = `Directory:${lines.filter(({ outcome }) => outcome === "ADDED").length}`;
    await audit(tx, { at: command.at, actor: command.by, action: "DirectoryImported", subject });
  }
  return { applied: apply, lines };
}

async function keep(
  tx: Tx,
  email: string,
  wishes: Wishes,
  { consent, now, at }: { consent: string; now: Date; at: Date },
) {
  const data = { ...wishes, state: "CONFIRMED", source: "IMPORT", consent, confirmedAt: now, digestedAt: at };
  const born = { id: newId(), email, token: newToken(), requestedAt: now };
  await tx.subscriber.upsert({ where: { email }, create: { ...born, ...data }, update: data });
}

type Line = Record<string, string | undefined>;

function read(csv: string): Line[] {
  let rows: Line[];
  try {
    rows = parse(csv, {
      bom: true,
      columns: (titles: string[]) => titles.map((title) => fold(title)),
      delimiter: [";", ",", "\t"],
      relax_column_count: true,
      skip_empty_lines: true,
      trim: true,
    });
  } catch {
    refuse(refusals.directoryColumns());
  }
  if (!rows[0] || !("courriel" in rows[0]) || !("fonction" in rows[0])) refuse(refusals.directoryColumns());
  if (rows.length > MOST_LINES) refuse(refusals.directoryTooLarge(MOST_LINES));
  return rows;
}

/** A code, or the words of the form. */
const codeOf = (all: readonly { code: string; label: string }[], text: string): string =>
  all.find(({ code, label }) => code === text.toUpperCase() || fold(label) === fold(text))?.code ?? text;

function wishesOf(row: Line, slugs: ReadonlyMap<string, string>, academies: ReadonlyMap<string, string>): Wishes {
  const { fonction = "", academie = "", lettres = "", frequence = "" } = row;
  const chosen = codeOf(FUNCTIONS, fonction);
  const isListed = FUNCTIONS.some(({ code }) => code === chosen);
  return {
    function: isListed || fonction === "" ? chosen : "OTHER",
    otherFunction: isListed ? null : fonction || null,
    academyCode: academie ? (academies.get(academie) ?? academies.get(fold(academie)) ?? academie) : null,
    newsletterIds: lettres
      .split(/[|, ]+/)
      .filter(Boolean)
      .map((slug) => slugs.get(slug) ?? slug),
    frequency: frequence ? codeOf(FREQUENCIES, frequence) : "EACH",
  };
}
