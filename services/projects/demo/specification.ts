import type { Demo } from "@trame/kit/demo";
import { storeFile } from "@trame/kit/files/store";
import { type PdfText, pdfOf } from "@trame/kit/pdf";
import type { Db, Tx } from "../src/database.ts";
import { reviseCampaign } from "../src/store/settings.ts";

type By = Parameters<Demo<Tx, Db>["commit"]>[0];

/** The office deposits the campaign's cahier des charges; once it has one, the campaign keeps it. */
export async function specify({ db, commit }: Demo<Tx, Db>, by: By, id: string, at: Date): Promise<void> {
  const { label, specificationFile } = await db.campaign.findUniqueOrThrow({ where: { id } });
  if (specificationFile) return;
  const bytes = await pdfOf(textOf(label, at));
  const name = `cahier-des-charges-${label}.pdf`;
  const { id: specificationFileId } = await storeFile(db, {
    name,
    type: "application/pdf",
    byId: by.personId ?? null,
    bytes,
    at,
  });
  await commit(by, at, (tx, command) => reviseCampaign(tx, command, id, { specificationFileId }));
}

const textOf = (label: string, at: Date): PdfText => ({
  title: `Travaux académiques mutualisés (TraAM) ${label}`,
  subtitle: "Cahier des charges, exemple de démonstration",
  at,
  parts: [
    { heading: "Objet" },
    {
      paragraph:
        "Les travaux académiques mutualisés réunissent des équipes de plusieurs académies autour d'un thème disciplinaire, interdisciplinaire ou transdisciplinaire, pour expérimenter en classe, analyser et publier en libre accès.",
    },
    { heading: "Candidatures" },
    {
      paragraph:
        "Chaque académie répond à l'appel par une candidature cosignée du ou de la délégué·e académique au numérique et de l'inspection. Elle dit le projet, l'équipe et ce qu'elle mettra en œuvre en classe.",
    },
    { heading: "Attendus" },
    {
      facts: [
        ["Équipe", "des enseignant·es qui mettent en œuvre en classe"],
        ["Productions", "des scénarios publiés sous licence libre, indexés"],
        ["Réunions", "deux réunions nationales du thème"],
        ["Synthèse", "une synthèse du thème en fin d'année"],
      ],
    },
  ],
});
