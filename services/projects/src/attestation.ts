import { dayIn, frenchDay, timeIn } from "@trame/kit/day";
import type { PdfText } from "@trame/kit/pdf";
import type { Instalment, PayLine } from "./domain/instalment.ts";

interface About {
  academy: string;
  theme: string;
  team: string;
  campaign: string;
  /** By person; who is not in it, or was erased, has no name any more. */
  names: ReadonlyMap<string, string>;
  at: Date;
}

const NATURES = { HSE: "heures supplémentaires effectives", IMP: "indemnité pour mission particulière" };

const number = new Intl.NumberFormat("fr-FR", { maximumFractionDigits: 2 });

const quantityOf = ({ measure, hundredths }: PayLine) =>
  measure === "EUROS" ? `${number.format(hundredths / 100)} €` : `${number.format(hundredths / 100)} unité(s)`;

const natureOf = ({ nature, otherNature }: PayLine) =>
  nature === "OTHER" ? (otherNature ?? "autre") : nature === "VACATION" ? "vacation" : NATURES[nature];

/** What the payroll office files: who attests that whom is to be paid for what (R89). */
export function attestationOf(instalment: Instalment, { academy, theme, team, campaign, names, at }: About): PdfText {
  const { id, schoolYear, lines, attested } = instalment;
  const nameOf = (personId: string | null) => names.get(personId ?? "") || "personne dont le nom n'est plus connu";
  return {
    title: "Attestation de service fait",
    subtitle: `TraAM, campagne ${campaign}`,
    at,
    parts: [
      {
        facts: [
          [
            "Versement",
            `${instalment.number === 1 ? "premier" : "second"} versement de l'année scolaire ${schoolYear}`,
          ],
          ["Équipe", team],
          ["Académie", academy],
          ["Thème", theme],
          ["Référence", id],
        ],
      },
      { heading: "Service fait" },
      {
        facts: lines.map((line) => [nameOf(line.personId), `${quantityOf(line)}, ${natureOf(line)}`] as const),
      },
      { heading: "Attestation" },
      {
        paragraph:
          "Le service de chacune de ces personnes au titre du versement ci-dessus est attesté fait. Aucun tarif n'est calculé ici.",
      },
      {
        facts: attested
          ? [
              ["Par", nameOf(attested.byId)],
              ["Le", `${frenchDay(dayIn(attested.at))} à ${timeIn(attested.at)} (heure de Paris)`],
              ...(attested.note ? [["Observation", attested.note] as const] : []),
            ]
          : [],
      },
    ],
  };
}
