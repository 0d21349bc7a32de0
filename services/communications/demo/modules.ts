import { acting, pick, roll } from "@trame/kit/demo";
import { stableId } from "@trame/kit/id";
import { composeTrainingModule, declareTrainingModule, type NewModule } from "../src/store/modules.ts";
import { expertsOf, lastThemes, moment, type Stage, shortTitle, sitePage, slug, type Theme } from "./common.ts";
import { fieldOf } from "./disciplines.ts";

/** Modules for most themes (R70); three are left to make, and some teams have their own. */
export async function modules(demo: Stage): Promise<void> {
  const themes = await lastThemes(demo);
  const trained = themes.filter((_, index) => index % 6 !== 5);
  await demo.each("Modules de formation nationaux", trained, async (theme) => {
    const [expert] = await expertsOf(demo, theme.id);
    const id = stableId("demo-module", theme.id);
    if (!expert || (await demo.db.trainingModule.findUnique({ where: { id } }))) return;
    const at = moment("2020-02-03", "2020-05-13", theme.id, "module");
    await demo.commit(expert, at, (tx, command) =>
      declareTrainingModule(tx, command, national(theme, id), demo.origin),
    );
  });
  await demo.each("Parcours composés", trained, (theme) => compose(demo, theme));
  await academicModules(demo, themes);
}

/** Of the theme's first works: what the cartridge for M@gistère holds. */
async function compose(demo: Stage, { id: themeId }: Theme): Promise<void> {
  const id = stableId("demo-module", themeId);
  const [expert] = await expertsOf(demo, themeId);
  const module = await demo.db.trainingModule.findUnique({ where: { id } });
  const works = (kind: string, take: number) =>
    demo.db.publication.findMany({ where: { themeId, kind, state: "PUBLISHED" }, orderBy: { id: "asc" }, take });
  const chosen = [...(await works("SCENARIO", 4)), ...(await works("MATERIAL", 2))];
  if (!expert || !module || module.publicationIds.length > 0 || chosen.length === 0) return;
  const { audience, validation, keywords } = module;
  const publicationIds = chosen.map((work) => work.id);
  await demo.commit(expert, moment("2020-05-14", "2020-05-15", themeId, "compose"), (tx, command) =>
    composeTrainingModule(tx, command, id, { audience, validation, keywords, publicationIds }),
  );
}

function national(theme: Theme, id: string): NewModule {
  const subject = shortTitle(theme.title);
  const { name, practices } = fieldOf(theme.disciplineCodes);
  return {
    id,
    themeId: theme.id,
    projectId: null,
    platform: "MAGISTERE",
    otherPlatform: null,
    title: `Se former : ${subject}`,
    description: `Parcours pour les enseignantes et enseignants de ${name}, construit à partir des séquences des équipes du thème.`,
    url: sitePage("magistere.example", `parcours/${slug(subject)}`),
    objectives: `Comprendre l'intérêt de ${pick(practices, id)} ; choisir et adapter une séquence éprouvée ; préparer son évaluation.`,
    minutesInPerson: pick([0, 180, 360], id, "in person"),
    minutesRemote: pick([120, 180, 240, 360], id, "remote"),
    audience: `Enseignantes et enseignants de ${name}`,
    validation: "Attestation de suivi",
    keywords: practices.slice(0, 3),
  };
}

async function academicModules(demo: Stage, themes: readonly Theme[]): Promise<void> {
  const byId = new Map(themes.map((theme) => [theme.id, theme]));
  const projects = await demo.db.project.findMany({ where: { themeId: { in: [...byId.keys()] } } });
  const chosen = projects.filter(({ id }) => roll(100, id, "module") < 12);
  await demo.each(
    "Modules de formation académiques",
    chosen,
    async ({ id: projectId, themeId, academyCode, title }) => {
      const id = stableId("demo-module", projectId);
      const theme = byId.get(themeId);
      const mandate = await demo.db.mandate.findFirst({ where: { role: "REFERENT", themeId, academyCode } });
      if (!theme || !mandate || (await demo.db.trainingModule.findUnique({ where: { id } }))) return;
      const other = roll(2, projectId, "platform") === 0;
      const module: NewModule = {
        ...national(theme, id),
        projectId,
        platform: other ? "OTHER" : "MAGISTERE",
        otherPlatform: other ? "Moodle académique" : null,
        title: `Atelier académique : ${shortTitle(title)}`,
        description: "Trois temps : découvrir une séquence filmée, la préparer pour sa classe, en rendre compte.",
      };
      const referent = acting(mandate.personId, { role: "REFERENT", themeId, academyCode });
      await demo.commit(referent, moment("2020-03-02", "2020-05-13", projectId, "module"), (tx, command) =>
        declareTrainingModule(tx, command, module, demo.origin),
      );
    },
  );
}
