import { acting } from "@trame/kit/demo";
import { distributeSynthesis } from "../src/store/distribution.ts";
import { editSynthesis, signSynthesis, writeForeword } from "../src/store/syntheses.ts";
import { expertsOf, lastThemes, moment, type Stage, shortTitle, type Theme } from "./common.ts";
import { fieldOf } from "./disciplines.ts";

/** How far each theme's synthesis has come in May 2020: one has left, with its proofs (R91 to R98). */
const STEPS = ["begun", "one signature", "signed", "begun"] as const;

type Step = (typeof STEPS)[number] | "left";

export async function syntheses(demo: Stage): Promise<void> {
  const themes = await lastThemes(demo);
  await demo.each("Synthèses", themes, (theme, index) =>
    write(demo, theme, index === themes.length - 1 ? "left" : (STEPS[index % STEPS.length] ?? "begun")),
  );
}

async function write(demo: Stage, theme: Theme, step: Step): Promise<void> {
  const { id: themeId } = theme;
  const experts = await expertsOf(demo, themeId);
  const [first] = experts;
  // The intermediate one, where the theme has two.
  const synthesis = await demo.db.synthesis.findFirst({ where: { themeId }, orderBy: { kind: "desc" } });
  if (!first || !synthesis || Object.keys(synthesis.sections as object).length > 0) return;
  const { id } = synthesis;
  await demo.commit(first, moment("2020-05-04", "2020-05-08", themeId, "write"), (tx, command) =>
    editSynthesis(tx, command, id, sections(theme)),
  );
  if (step === "begun") return;
  for (const expert of step === "one signature" && experts.length > 1 ? [first] : experts) {
    await demo.commit(expert, moment("2020-05-11", "2020-05-13", themeId, "sign"), (tx, command) =>
      signSynthesis(tx, command, id),
    );
  }
  if (step === "left") await leave(demo, theme, id);
}

async function leave(demo: Stage, theme: Theme, id: string): Promise<void> {
  const { id: themeId } = theme;
  const [first] = await expertsOf(demo, themeId);
  const general = await demo.db.mandate.findFirst({ where: { role: "INSPECTOR_GENERAL", themeId } });
  if (!first) return;
  if (general) {
    const inspector = acting(general.personId, { role: "INSPECTOR_GENERAL", themeId });
    await demo.commit(inspector, moment("2020-05-14", "2020-05-14", themeId, "foreword"), (tx, command) =>
      writeForeword(tx, command, id, foreword(theme)),
    );
  }
  await demo.commit(first, moment("2020-05-15", "2020-05-15", themeId, "leave"), (tx, command) =>
    distributeSynthesis(tx, command, id, demo.origin),
  );
  await arrive(demo, id);
}

/** The demonstration writes to no one: these mails left long ago, and a few were answered. */
async function arrive({ db }: Stage, synthesisId: string): Promise<void> {
  const copies = await db.synthesisCopy.findMany({ where: { synthesisId }, orderBy: { id: "asc" } });
  const sentAt = new Date("2020-05-15T16:00:00Z");
  const answer = "250 2.0.0 Accepté";
  await db.mail.updateMany({
    where: { id: { in: copies.map(({ mailId }) => mailId) } },
    data: { state: "SENT", answer, settledAt: sentAt },
  });
  await db.synthesisCopy.updateMany({ where: { synthesisId }, data: { state: "SENT", answer, sentAt } });
  const read = copies.filter((_, index) => index % 3 === 0);
  const readAt = new Date("2020-05-16T08:30:00Z");
  await db.synthesisCopy.updateMany({ where: { id: { in: read.map(({ id }) => id) } }, data: { readAt } });
  const said = read.filter((_, index) => index % 3 === 0).map(({ id }) => id);
  const receipt = { receipt: "Bien reçu, avec nos remerciements.", receivedAt: readAt };
  await db.synthesisCopy.updateMany({ where: { id: { in: said } }, data: receipt });
}

const sections = ({ title, disciplineCodes }: Theme) => {
  const { practices } = fieldOf(disciplineCodes);
  return [
    {
      code: "GENERALISATION" as const,
      text: `Les séquences se transposent sans matériel particulier, à trois conditions : un temps de prise en main pour l'équipe, une première séance courte, et un collègue à qui poser ses questions. Commencer par ${practices[0]} évite la plupart des difficultés rencontrées.`,
    },
    {
      code: "PERSPECTIVES" as const,
      text: `Le groupe propose de poursuivre « ${shortTitle(title)} » dans deux directions : suivre les mêmes élèves sur plusieurs trimestres, et accompagner les équipes qui débutent.

Les ressources produites gagneraient à entrer dans les plans académiques de formation, et les retours recueillis à nourrir le prochain appel.`,
    },
  ];
};

const foreword = ({ title }: Theme): string =>
  `Les travaux conduits cette année sur « ${shortTitle(title)} » montrent ce que l'expérimentation en classe apporte à la réflexion de la discipline. L'inspection générale salue la qualité des scénarios, mis à l'épreuve dans plusieurs académies, et invite chacun à s'en saisir.`;
