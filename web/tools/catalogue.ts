import { existsSync, readFileSync } from "node:fs";
import { formatter } from "@lingui/format-po";
import { compileMessageOrThrow } from "@lingui/message-utils/compileMessage";

export const FILE = new URL("../texts/en.po", import.meta.url);

/** A message as Lingui runs it: pieces of text, and what is filled in between. */
export type Compiled = ReturnType<typeof compileMessageOrThrow>;

/** What a text becomes in one language; what has no English yet stays French. */
export type Say = (id: string, french: string) => Compiled;

export type Catalogue = Awaited<ReturnType<ReturnType<typeof formatter>["parse"]>>;

// Without line numbers: a change elsewhere in a file leaves the catalogue as it was.
const po = formatter({ lineNumbers: false, printPlaceholdersInComments: false });

export async function catalogueOf(language: string): Promise<Say> {
  const english = language === "en" ? await readEnglish() : {};
  return (id, french) => compileMessageOrThrow(english[id]?.translation || french);
}

const text = () => (existsSync(FILE) ? readFileSync(FILE, "utf8") : "");

export const readEnglish = async (): Promise<Catalogue> =>
  po.parse(text(), { locale: "en", sourceLocale: "fr", filename: FILE.pathname });

/** Sorted by the French, so that two people who add texts rarely write on the same line. */
export const written = async (catalogue: Catalogue): Promise<string> =>
  po.serialize(Object.fromEntries(Object.entries(catalogue).sort(byFrench)), {
    locale: "en",
    sourceLocale: "fr",
    existing: text() || null,
    filename: FILE.pathname,
  });

const order = new Intl.Collator("fr");
const byFrench = ([, one]: [string, { message?: string }], [, other]: [string, { message?: string }]) =>
  order.compare(one.message ?? "", other.message ?? "");
