import { acting, pick, roll } from "@trame/kit/demo";
import { stableId } from "@trame/kit/id";
import type { MaterialKind } from "../src/domain/material.ts";
import { declareMaterial } from "../src/store/materials.ts";
import { expertsOf, lastThemes, moment, type Stage, shortTitle, sitePage, slug, type Theme } from "./common.ts";
import { fieldOf } from "./disciplines.ts";

interface Shape {
  kind: MaterialKind;
  otherKind: string | null;
  title: (subject: string) => string;
  alternative: (subject: string, practice: string) => string;
}

const SHAPES: Shape[] = [
  {
    kind: "INFOGRAPHIC",
    otherKind: null,
    title: (subject) => `${subject} : le projet en une page`,
    alternative: (subject, practice) =>
      `L'infographie « ${subject} » se lit de haut en bas. En tête, la question posée par le groupe. Au centre, trois étapes reliées par des flèches : essayer (${practice}), comparer entre établissements, partager. En bas, ce que les élèves ont gagné et les adresses des ressources.`,
  },
  {
    kind: "MIND_MAP",
    otherKind: null,
    title: (subject) => `${subject} : carte des usages`,
    alternative: (subject, practice) =>
      `Carte heuristique à quatre branches autour de « ${subject} ». Branche 1, les activités d'élèves : ${practice}. Branche 2, les outils, du plus simple au plus élaboré. Branche 3, l'organisation de la classe. Branche 4, l'évaluation et les traces gardées.`,
  },
  {
    kind: "VIDEO",
    otherKind: null,
    title: (subject) => `${subject}, la capsule en trois minutes`,
    alternative: (subject, practice) =>
      `Transcription. Une enseignante présente le projet « ${subject} ». On voit des élèves en groupes ; elle explique comment ils ont travaillé avec ${practice}. Deux élèves disent ce qui les a aidés. L'adresse des ressources s'affiche à la fin.`,
  },
  {
    kind: "OTHER",
    otherKind: "Affiche",
    title: (subject) => `${subject}, l'affiche pour la salle des professeurs`,
    alternative: (subject, practice) =>
      `Affiche : le titre « ${subject} », une phrase d'accroche, une photographie d'élèves de dos au travail, trois verbes (chercher, produire, débattre) et la mention de ${practice}.`,
  },
  {
    kind: "AUDIO",
    otherKind: null,
    title: (subject) => `Paroles d'enseignants : ${subject}`,
    alternative: (subject, practice) =>
      `Transcription du balado. Trois enseignants racontent leur première séance sur « ${subject} » : ce qui était prévu, ce qui a surpris, et ce qu'ils changeraient dans l'usage de ${practice}.`,
  },
];

const HEARD: readonly MaterialKind[] = ["VIDEO", "AUDIO"];

/** A national material per theme at least (R13), and academic ones for about 70 teams in a hundred (R66). */
export async function materials(demo: Stage): Promise<void> {
  const themes = await lastThemes(demo);
  await demo.each("Supports nationaux", themes, (theme, index) => national(demo, theme, index));
  const byId = new Map(themes.map((theme) => [theme.id, theme]));
  const projects = await demo.db.project.findMany({
    where: { themeId: { in: [...byId.keys()] } },
    orderBy: { id: "asc" },
  });
  const shown = projects.filter(({ id }) => roll(100, id, "material") < 70);
  await demo.each("Supports académiques", shown, async (project) => {
    const theme = byId.get(project.themeId);
    if (theme) await academic(demo, theme, project);
  });
}

async function national(demo: Stage, theme: Theme, index: number): Promise<void> {
  const [expert] = await expertsOf(demo, theme.id);
  if (!expert) return;
  const count = index % 4 === 0 ? 2 : 1;
  for (let n = 0; n < count; n++) {
    const shape = SHAPES[(index + n) % SHAPES.length] ?? pick(SHAPES, theme.id);
    const at = n === 0 ? moment("2019-11-04", "2019-12-06", theme.id) : moment("2020-03-02", "2020-04-24", theme.id);
    const id = stableId("demo-material", theme.id, String(n));
    await declare(demo, expert, at, { id, theme, project: null, shape, host: "traam.example" });
  }
}

type Project = Awaited<ReturnType<Stage["db"]["project"]["findMany"]>>[number];

async function academic(demo: Stage, theme: Theme, project: Project): Promise<void> {
  const { themeId, academyCode } = project;
  const mandate = await demo.db.mandate.findFirst({ where: { role: "REFERENT", themeId, academyCode } });
  if (!mandate) return;
  const referent = acting(mandate.personId, { role: "REFERENT", themeId, academyCode });
  const academy = await demo.db.academy.findUnique({ where: { code: academyCode } });
  const count = roll(10, project.id, "count") < 3 ? 2 : 1;
  for (let n = 0; n < count; n++) {
    const shape = SHAPES[(roll(SHAPES.length, project.id, "shape") + n) % SHAPES.length] ?? pick(SHAPES, project.id);
    const at = moment(n === 0 ? "2020-01-06" : "2020-03-16", n === 0 ? "2020-03-13" : "2020-05-14", project.id);
    const host = `traam-${slug(academy?.name ?? academyCode)}.example`;
    const id = stableId("demo-material", project.id, String(n));
    await declare(demo, referent, at, { id, theme, project, shape, host });
  }
}

async function declare(
  demo: Stage,
  by: ReturnType<typeof acting>,
  at: Date,
  {
    id,
    theme,
    project,
    shape,
    host,
  }: { id: string; theme: Theme; project: Project | null; shape: Shape; host: string },
): Promise<void> {
  if (await demo.db.material.findUnique({ where: { id }, select: { id: true } })) return;
  const subject = shortTitle(project?.title ?? theme.title);
  const practice = pick(fieldOf(theme.disciplineCodes).practices, id);
  const title = shape.title(subject);
  const material = {
    id,
    themeId: theme.id,
    projectId: project?.id ?? null,
    level: project ? ("ACADEMIC" as const) : ("NATIONAL" as const),
    kind: shape.kind,
    otherKind: shape.otherKind,
    title,
    description: project
      ? `Ce que l'équipe de l'académie a essayé cette année, pour les collègues qui voudraient s'y mettre : ${practice}.`
      : `Présentation nationale du thème « ${theme.title} » : la question, les équipes engagées, les premiers exemples.`,
    url: sitePage(host, `supports/${slug(title)}`),
    textAlternative: shape.alternative(subject, practice),
    captioned: shape.kind === "VIDEO",
    transcript: HEARD.includes(shape.kind) ? shape.alternative(subject, practice) : "",
  };
  await demo.commit(by, at, (tx, command) => declareMaterial(tx, command, material, demo.origin));
}
