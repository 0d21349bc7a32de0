import type { Actor } from "@trame/kit/actor";
import type { Context } from "../context.ts";
import { SECTIONS, type Synthesis as State, textsOf } from "../domain/synthesis.ts";
import { missingFor } from "../domain/synthesis-facts.ts";
import type {
  InstitutionResolvers,
  SynthesisCopyResolvers,
  SynthesisForewordResolvers,
  SynthesisResolvers,
  SynthesisSignatureResolvers,
} from "../gen/schema.ts";
import { policy } from "../policy.ts";
import { titleOf } from "../store/distribution.ts";
import { expertsOf } from "../store/syntheses.ts";

/** Before everybody reads it, whoever works on it does. */
export const mayRead = (actor: Actor, { state, themeId }: State): boolean =>
  state === "DISTRIBUTED" || policy.may(actor, "readSyntheses", { themeId });

/** As they stood at the signature, or as they are now. */
const factsOf = ({ facts, themeId }: State, { load }: Context) => facts ?? load.synthesisFacts.load(themeId);

export const Synthesis: SynthesisResolvers = {
  __resolveReference: async ({ id }, { actor, load }) => {
    const found = await load.synthesis.load(id);
    return found && mayRead(actor, found) ? found : null;
  },
  theme: ({ themeId }) => ({ id: themeId }),
  title: async (synthesis, _, ctx) => titleOf({ kind: synthesis.kind, facts: await factsOf(synthesis, ctx) }),
  sections: async (synthesis, _, ctx) => {
    const texts = textsOf(synthesis, await factsOf(synthesis, ctx));
    const isDraft = synthesis.state === "DRAFT";
    return SECTIONS.map(({ code, title }) => ({
      ...{ code, title, text: texts[code] },
      prefilled: isDraft && synthesis.sections[code] === undefined && texts[code] !== "",
    }));
  },
  awaited: async ({ state, themeId, signatures }, _, { db, at }) => {
    if (state !== "DRAFT") return [];
    const signed = signatures.map(({ personId }) => personId);
    return (await expertsOf(db, themeId, at)).filter((id) => !signed.includes(id)).map((id) => ({ id }));
  },
  missing: async (synthesis, _, ctx) => {
    if (synthesis.state !== "DRAFT") return [];
    const facts = await factsOf(synthesis, ctx);
    return missingFor(facts, textsOf(synthesis, facts), synthesis.kind);
  },
  copies: ({ id, themeId }, _, { actor, load }) =>
    policy.may(actor, "readCopies", { themeId }) ? load.copiesOf.load(id) : null,
  url: ({ id }, _, { origin }) => `${origin}/syntheses/${id}`,
  documentUrl: ({ id }, _, { origin }) => `${origin}/syntheses/${id}/document.pdf`,
};

export const SynthesisSignature: SynthesisSignatureResolvers = { person: ({ personId }) => ({ id: personId }) };

export const SynthesisForeword: SynthesisForewordResolvers = { author: ({ authorId }) => ({ id: authorId }) };

export const SynthesisCopy: SynthesisCopyResolvers = {
  recipient: ({ recipient }) => recipient as "IGEN",
  person: ({ personId }) => (personId ? { id: personId } : null),
  state: ({ state }) => state as "SENT",
};

export const Institution: InstitutionResolvers = {
  academy: ({ academyCode }) => (academyCode ? { code: academyCode } : null),
};
