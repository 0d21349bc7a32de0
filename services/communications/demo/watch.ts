import { acting, pick, roll } from "@trame/kit/demo";
import { stableId } from "@trame/kit/id";
import { shareWatchItem } from "../src/store/watch.ts";
import { lastThemes, moment, type Stage, sitePage, slug } from "./common.ts";
import { fieldOf } from "./disciplines.ts";

const FINDS = [
  {
    title: "Un retour d'expérience sur",
    comment: "La partie sur l'organisation du travail en groupe peut nous servir.",
  },
  {
    title: "Une ressource libre pour",
    comment: "Réutilisable telle quelle, la licence le permet. À tester avant mars ?",
  },
  {
    title: "Une conférence enregistrée sur",
    comment: "Quarante minutes ; l'exemple de la fin répond à notre question.",
  },
  {
    title: "Un outil utile pour",
    comment: "Sans compte élève et sans publicité : à vérifier avec le délégué à la protection des données.",
  },
  { title: "Un dossier de synthèse sur", comment: "Bonne entrée en matière pour les collègues qui nous rejoignent." },
];

/** What the members of the national groups share with each other (R55, R56). */
export async function watch(demo: Stage): Promise<void> {
  const themes = await lastThemes(demo);
  await demo.each("Veille partagée des thèmes", themes, async ({ id: themeId, disciplineCodes }) => {
    const members = await demo.db.mandate.findMany({
      where: { themeId, role: { in: ["REFERENT", "EXPERT"] } },
      orderBy: { id: "asc" },
    });
    if (members.length === 0) return;
    for (let n = 0; n < 3 + roll(4, themeId, "watch"); n++) {
      const id = stableId("demo-watch", themeId, String(n));
      if (await demo.db.watchItem.findUnique({ where: { id } })) continue;
      const { personId, role, academyCode } = pick(members, id);
      const find = pick(FINDS, id, "find");
      const title = `${find.title} ${pick(fieldOf(disciplineCodes).practices, id)}`;
      const by = acting(personId, { role, themeId, academyCode: academyCode ?? undefined });
      const item = { id, themeId, title, url: sitePage("veille.example", slug(title)), comment: find.comment };
      await demo.commit(by, moment("2019-10-07", "2020-05-12", id), (tx, command) => shareWatchItem(tx, command, item));
    }
  });
}
