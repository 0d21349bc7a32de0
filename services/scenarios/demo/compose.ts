import { pick, roll } from "@trame/kit/demo";
import type { ScenarioText } from "../src/domain/scenario.ts";
import { PROGRESSIVITY } from "../src/domain/scenario.ts";
import { type Idea, LEVELS, type LevelName } from "./idea.ts";
import { humanities } from "./ideas/humanities.ts";
import { more } from "./ideas/more.ts";
import { others } from "./ideas/others.ts";
import { sciences } from "./ideas/sciences.ts";

const ideas: readonly Idea[] = [...sciences, ...humanities, ...others, ...more];

/** How a class is organised: the same idea lived otherwise. */
const WAYS = [
  {
    name: "en îlots",
    setting: "Salle ordinaire disposée en îlots de quatre ; un poste ou une tablette par îlot.",
    line: "Le travail en îlots, avec des rôles tournants, donne à chacun une responsabilité.",
  },
  {
    name: "en classe inversée",
    setting:
      "Une courte capsule à la maison, le temps de classe pour chercher ; accès prévu au centre de documentation pour ceux qui en ont besoin.",
    line: "La découverte se fait avant la classe, qui sert à chercher et à confronter.",
  },
  {
    name: "en coanimation",
    setting: "Salle informatique ou centre de documentation, avec deux enseignants une heure sur deux.",
    line: "Deux regards d'enseignants accompagnent les groupes aux moments délicats.",
  },
  {
    name: "à distance",
    setting:
      "Séances en ligne et travail en autonomie ; plan de travail hebdomadaire, appel téléphonique aux élèves sans équipement.",
    line: "La séquence a été repensée pour la continuité pédagogique : consignes courtes, retours fréquents.",
  },
  {
    name: "en demi-groupes",
    setting: "Demi-groupes en salle spécialisée, une heure par semaine.",
    line: "Les demi-groupes permettent de prendre le temps de l'erreur.",
  },
  {
    name: "en liaison inter-établissements",
    setting: "Deux établissements de l'académie, un espace partagé et une rencontre finale.",
    line: "Une classe partenaire est à la fois public et critique bienveillant.",
  },
  {
    name: "avec différenciation",
    setting: "Salle modulable ; trois parcours d'aide au choix des élèves.",
    line: "Trois niveaux d'aide, choisis par les élèves, mènent à la même production.",
  },
] as const;

const LICENCES = [
  "CC BY-NC-SA 4.0",
  "CC BY-NC-SA 4.0",
  "CC BY-NC-SA 4.0",
  "CC BY-SA 4.0",
  "Licence Ouverte 2.0",
] as const;

const DIFFICULTIES = [
  "La gestion du temps reste le point délicat : prévoir dix minutes de marge à la première séance.",
  "Le réseau a manqué une fois ; la solution de repli sur papier a été intégrée à la fiche.",
  "Trois élèves ont eu besoin d'un lexique illustré, désormais fourni à tous.",
  "La consigne initiale était trop longue : elle a été coupée en deux après le premier essai.",
  "Il a fallu rappeler les règles de l'écrit à plusieurs ; une charte d'une page a suffi.",
] as const;

export interface Composed extends ScenarioText {
  disciplineCodes: string[];
  outcome: string;
  difficulty: string;
  classLevel: LevelName;
}

/** Hands out ideas so that no title comes twice. */
export function composer() {
  const titles = new Set<string>();
  const turn = new Map<string, number>();

  /** A new scenario for one of these disciplines. */
  return (disciplines: readonly string[], seed: string): Composed => {
    const fitting = ideas.filter(({ discipline }) => disciplines.includes(discipline));
    const pool =
      fitting.length > 0
        ? fitting
        : ideas.filter(({ discipline }) => ["emi", "documentation", "edd"].includes(discipline));
    const key = disciplines.join("+");
    const rank = turn.get(key) ?? roll(50, key);
    turn.set(key, rank + 1);
    for (let attempt = 0; ; attempt++) {
      const round = rank + attempt;
      const idea = pool[round % pool.length];
      if (!idea) throw new Error(`no idea for ${key}`);
      const turnOfIdea = Math.floor(round / pool.length) + roll(10, idea.title);
      const subject = idea.subjects[turnOfIdea % idea.subjects.length] ?? "";
      const way = pick(WAYS, seed, attempt);
      const title = fill(idea.title, subject);
      // Each subject is told once in each way at most; the first time its title needs no more words.
      const told = `${title} (${way.name})`;
      if (titles.has(told) && attempt < 2000) continue;
      const unique = titles.has(title) ? told : title;
      titles.add(title).add(told);
      return compose(idea, subject, way, unique, disciplines, seed);
    }
  };
}

const fill = (text: string, subject: string) => text.replaceAll("{x}", subject);

function compose(
  idea: Idea,
  subject: string,
  way: (typeof WAYS)[number],
  title: string,
  disciplines: readonly string[],
  seed: string,
): Composed {
  const classLevel = pick(idea.levels, seed, "level");
  const first = idea.levels.indexOf(classLevel);
  const levels = roll(3, seed, "two") === 0 ? [classLevel, idea.levels[first + 1] ?? classLevel] : [classLevel];
  const minutes = pick([50, 55, 55, 60], seed, "minutes");
  const sessions = idea.sessions.map((words, index) => `Séance ${index + 1} (${minutes} min). ${fill(words, subject)}`);
  return {
    title,
    summary: `${fill(idea.summary, subject)} ${way.line}`,
    disciplineCodes: disciplines.length > 0 ? [...disciplines] : [idea.discipline],
    levels: [...new Set(levels)].map((name) => LEVELS[name]),
    competences: [...idea.competences],
    progressivity: pick(PROGRESSIVITY, seed, "degree"),
    objectives: idea.objectives,
    durationMinutes: idea.sessions.length * minutes,
    setting: way.setting,
    tools: idea.tools.join(", "),
    course: sessions.join("\n\n"),
    assessment: idea.assessment,
    generalisation: idea.generalisation,
    licence: pick(LICENCES, seed, "licence"),
    outcome: pick(idea.outcomes, seed, "outcome"),
    difficulty: pick(DIFFICULTIES, seed, "difficulty"),
    classLevel,
  };
}
