import { pick } from "@trame/kit/demo";
import { recordLiteratureReview, recordPriorWorkReview } from "../src/store/reviews.ts";
import { expertsOf, lastThemes, moment, type Stage, shortTitle, type Theme } from "./common.ts";
import { fieldOf } from "./disciplines.ts";

/** August 2019, before the launch of 2 September: each theme's experts record both reviews (R50 to R54). */
export async function reviews(demo: Stage): Promise<void> {
  const themes = await lastThemes(demo);
  await demo.each("Revues de l'existant et de la littérature", themes, async (theme) => {
    const experts = await expertsOf(demo, theme.id);
    const [first, second = first] = experts;
    if (!first || !second) throw new Error(`no expert of the theme "${theme.title}" has arrived yet`);
    if (!(await demo.db.priorWorkReview.findUnique({ where: { themeId: theme.id } }))) {
      await demo.commit(first, moment("2019-08-19", "2019-08-24", theme.id), (tx, command) =>
        recordPriorWorkReview(tx, command, { themeId: theme.id, ...priorWork(theme) }),
      );
    }
    if (!(await demo.db.literatureReview.findUnique({ where: { themeId: theme.id } }))) {
      await demo.commit(second, moment("2019-08-26", "2019-08-29", theme.id), (tx, command) =>
        recordLiteratureReview(tx, command, { themeId: theme.id, ...literature(theme) }),
      );
    }
  });
}

function priorWork({ id, title, disciplineCodes }: Theme) {
  const { name, practices } = fieldOf(disciplineCodes);
  const [one, two, three] = practices;
  const gap = pick(
    [
      "peu d'expérimentations suivent les mêmes élèves d'un trimestre à l'autre",
      "les comptes rendus disent rarement ce que les élèves ont appris, et presque jamais à quelles conditions",
      "la progressivité des usages est peu décrite : un collègue débutant ne sait par où commencer",
      "les ressources existent mais restent attachées à un établissement, à un outil ou à une personne",
    ],
    id,
    "gap",
  );
  return {
    text: `En ${name}, les académies ont déjà éprouvé ${one}, ${two} et ${three}. Les travaux mutualisés des années précédentes montrent que ces pratiques s'installent quand elles répondent à une difficulté d'apprentissage précise.

Sur « ${shortTitle(title)} », trois constats se dégagent. Les exemples publiés sont nombreux au lycée, plus rares au collège. Le travail en groupe est souvent évoqué, son organisation l'est moins. Enfin, ${gap}.

Le groupe partira de ces acquis : reprendre ce qui a été essayé, le tester dans une autre académie et documenter ce qui change pour les élèves.`,
    sources: [
      {
        kind: "USAGE_AGENCY" as const,
        title: `Agence nationale des usages des TICE, fiches de synthèse sur ${one}`,
        url: null,
        otherKind: null,
      },
      {
        kind: "DISCIPLINE_SITE" as const,
        title: `Portail national de ${name}, rubrique consacrée aux usages du numérique`,
        url: null,
        otherKind: null,
      },
      {
        kind: "DISCIPLINE_SITE" as const,
        title: `Sites académiques de ${name}, comptes rendus d'expérimentations sur ${two}`,
        url: null,
        otherKind: null,
      },
      {
        kind: "OTHER" as const,
        otherKind: pick(["Banque de scénarios", "Bilans des années précédentes", "Groupe thématique"], id, "other"),
        title: pick(
          [
            "ÉDU'base, scénarios indexés sur le thème",
            "Bilans nationaux des travaux académiques mutualisés antérieurs",
            "Notes de travail d'un groupe thématique numérique (GTnum)",
          ],
          id,
          "other",
        ),
        url: null,
      },
    ],
  };
}

function literature({ title, disciplineCodes }: Theme) {
  const { name, research } = fieldOf(disciplineCodes);
  const [one, two] = research;
  return {
    text: `La revue est volontairement courte. Elle retient, pour ${name}, deux ensembles de travaux : ceux qui portent sur ${one}, et ceux qui étudient ${two}.

Les résultats convergent sur un point : l'outil ne produit pas d'effet par lui-même, c'est l'activité qu'il permet qui compte. Ils divergent sur la durée des effets, rarement mesurée au-delà de quelques semaines. Pour « ${shortTitle(title)} », le groupe en tire deux précautions : annoncer aux élèves ce qu'ils apprennent, et recueillir des traces avant et après chaque séquence.`,
    references: [
      `Travaux de didactique sur ${one} (synthèse de travaux francophones)`,
      `Recherches en sciences de l'éducation sur ${two}`,
      "Dossiers de veille de centres de ressources en éducation, sur les apprentissages avec le numérique",
      "Enquêtes nationales sur l'équipement et les pratiques numériques des établissements",
    ],
  };
}
