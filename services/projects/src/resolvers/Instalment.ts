import { present } from "@trame/kit/batch";
import { dayIn } from "@trame/kit/day";
import { left } from "../domain/envelope.ts";
import { payGaps } from "../domain/instalment.ts";
import type { InstalmentResolvers, MeansEnvelopeResolvers, PayLineResolvers } from "../gen/schema.ts";
import { mayReadPay, mayReadPayLines } from "../store/access.ts";

const whole = (hundredths: number) => hundredths / 100;
const person = (id: string | null) => (id ? { id } : null);

/** The sentence of each line of the history. */
const LABELS: Record<string, string> = {
  InstalmentPlanned: "Versement prévu",
  InstalmentDated: "Période changée",
  PayLinesSet: "Lignes écrites",
  ServiceAttested: "Service fait attesté",
  PaymentOrdered: "Paiement ordonné",
  PaymentRejected: "Versement rejeté",
  PaymentMade: "Versement payé",
};

export const Instalment: InstalmentResolvers = {
  __resolveReference: async ({ id }, { actor, load }) => {
    const found = await load.instalment.load(id);
    return found && mayReadPay(actor, await load.academies(), found) ? found : null;
  },
  project: async ({ projectId }, _, { load }) => present(await load.project.load(projectId)),
  theme: async ({ themeId }, _, { load }) => present(await load.theme.load(themeId)),
  academy: ({ academyCode }) => ({ code: academyCode }),
  lines: async (instalment, _, { actor, load }) =>
    mayReadPayLines(actor, await load.academies(), instalment)
      ? instalment.lines.map((line, rank) => ({ line, rank, instalment }))
      : null,
  attestation: ({ attested }) => attested && { ...attested, by: person(attested.byId) },
  attestationUrl: async (instalment, _, { actor, load, origin }) =>
    instalment.attested && mayReadPayLines(actor, await load.academies(), instalment)
      ? `${origin}/recepisses/versements/${instalment.id}.pdf`
      : null,
  order: ({ ordered }) => ordered && { ...ordered, by: person(ordered.byId) },
  rejection: ({ rejected }) => rejected && { ...rejected, by: person(rejected.byId) },
  history: async ({ id }, _, { load }) =>
    (await load.history.load(`Instalment:${id}`)).map(({ action, at, byId, reason }) => ({
      label: LABELS[action] ?? action,
      at,
      reason,
      by: person(byId),
    })),
  gaps: async (instalment, _, { at, load }) => {
    if (instalment.state === "ORDERED" || instalment.state === "PAID") return [];
    const project = present(await load.project.load(instalment.projectId));
    return payGaps(instalment, project, dayIn(at)).map(({ requirement = "R89", ...gap }) => ({ ...gap, requirement }));
  },
};

export const PayLine: PayLineResolvers = {
  id: ({ instalment, rank }) => `${instalment.id}:${rank}`,
  instalment: ({ instalment }) => instalment,
  person: ({ line }) => ({ id: line.personId }),
  nature: ({ line }) => line.nature,
  otherNature: ({ line }) => line.otherNature,
  measure: ({ line }) => line.measure,
  quantity: ({ line }) => whole(line.hundredths),
};

export const MeansEnvelope: MeansEnvelopeResolvers = {
  id: ({ envelope }) => envelope.id,
  academy: ({ envelope }) => ({ code: envelope.academyCode }),
  schoolYear: ({ envelope }) => envelope.schoolYear,
  nature: ({ envelope }) => envelope.nature,
  measure: ({ envelope }) => envelope.measure,
  granted: ({ envelope }) => whole(envelope.hundredths),
  committed: ({ committed }) => whole(committed),
  planned: ({ planned }) => whole(planned),
  left: ({ envelope, committed }) => whole(left(envelope, committed)),
  version: ({ envelope }) => envelope.version,
};
