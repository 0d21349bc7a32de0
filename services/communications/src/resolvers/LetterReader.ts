import { present } from "@trame/kit/batch";
import type { LetterReaderResolvers } from "../gen/schema.ts";

export const LetterReader: LetterReaderResolvers = {
  function: ({ function: declared }) => declared as "OTHER",
  academy: ({ academyCode }) => (academyCode ? { code: academyCode } : null),
  newsletters: async ({ newsletterIds }, _, { load }) =>
    (await load.newsletter.loadMany(newsletterIds)).map((found) => present(found)),
  frequency: ({ frequency }) => frequency as "EACH",
  state: ({ state }) => state as "PENDING",
  source: ({ source }) => source as "FORM",
};
