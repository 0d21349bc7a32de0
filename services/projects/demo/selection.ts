import type { Actor } from "@trame/kit/actor";
import { acting, type Demo, pick, roll } from "@trame/kit/demo";
import { stableId } from "@trame/kit/id";
import type { Db, Tx } from "../src/database.ts";
import { decideApplication, publishDecisions } from "../src/store/decisions.ts";
import { admitApplication, returnApplication } from "../src/store/dossier.ts";
import { postMessage } from "../src/store/messages.ts";
import { balanceReviews, nameReviewers } from "../src/store/reviewers.ts";
import { saveReview } from "../src/store/reviews.ts";
import { appraisal, reason } from "./texts.ts";
import { themes2019 } from "./themes.ts";

type Stage = Demo<Tx, Db>;

const at = (text: string) => new Date(text);

/** Last year's selection: admitted, reviewed by the experts, decided, published together. */
export async function select(demo: Stage, campaignId: string, office: Actor): Promise<void> {
  await review(demo, campaignId, office, "2019-06");
  for (const { n } of themes2019) await decide(demo, stableId("demo-theme", "2019-2020", String(n)), n, office);
  if (
    !(await demo.db.application.findFirst({ where: { campaignId, standing: { in: OUTCOMES }, state: "UNDER_REVIEW" } }))
  )
    return;
  const projectIdOf = ({ themeId, academyCode }: { themeId: string; academyCode: string }) =>
    stableId("demo-project", themeId, academyCode);
  await demo.commit(office, at("2019-06-28T09:00:00+02:00"), (tx, command) =>
    publishDecisions(tx, command, campaignId, { projectIdOf }),
  );
  demo.say("Décisions publiées");
}

const OUTCOMES = ["RETAINED", "WAITLISTED", "DECLINED"];

/** The experts of all themes read for one another: whoever has an interest is left out by the rule. */
async function review({ db, commit, each }: Stage, campaignId: string, office: Actor, month: string): Promise<void> {
  const open = await db.application.findMany({ where: { campaignId, state: "SUBMITTED" }, orderBy: { id: "asc" } });
  await each("Candidatures recevables", open, async ({ id }) => {
    await commit(office, at(`${month}-11T10:00:00+02:00`), (tx, command) => admitApplication(tx, command, id));
  });
  const themes = await db.theme.findMany({ where: { campaignId }, select: { id: true } });
  const experts = await db.mandate.findMany({
    where: { role: "EXPERT", themeId: { in: themes.map(({ id }) => id) } },
    orderBy: { id: "asc" },
  });
  const personIds = [...new Set(experts.map(({ personId }) => personId))];
  await commit(office, at(`${month}-12T10:00:00+02:00`), (tx) =>
    nameReviewers(tx, campaignId, { themeId: null, personIds }),
  );
  await commit(office, at(`${month}-12T11:00:00+02:00`), (tx, command) => balanceReviews(tx, command, campaignId));
  const given = await db.review.findMany({ where: { campaignId, state: "ASSIGNED" }, orderBy: { id: "asc" } });
  await each("Évaluations", given, async ({ id, applicationId, reviewerId }) => {
    const liking = 2 + roll(4, applicationId, "liking");
    const marks = Object.fromEntries(
      CRITERIA.map((code) => [code, Math.min(5, Math.max(0, liking + roll(3, applicationId, reviewerId, code) - 1))]),
    );
    await commit(acting(reviewerId), at(`${month}-${14 + roll(5, id)}T15:00:00+02:00`), (tx, command) =>
      saveReview(tx, command, id, { marks, comment: appraisal(liking, id), submit: true }),
    );
  });
}

const CRITERIA = ["problem", "classroom", "sharing", "spread", "steering"];

/** A hundred teams: Rennes first, so that the persons who can be signed in as belong together. */
async function decide({ db, commit, say }: Stage, themeId: string, n: number, office: Actor): Promise<void> {
  const rows = await db.application.findMany({ where: { themeId } });
  const order = (code: string) => (code === "14" ? -1 : roll(1000, themeId, code, "rank"));
  const ranked = rows.sort((a, b) => order(a.academyCode) - order(b.academyCode) || (a.id < b.id ? -1 : 1));
  const places = n <= 4 ? 7 : 6;
  for (const [rank, { id, state, standing }] of ranked.entries()) {
    if (state !== "UNDER_REVIEW" || standing !== "UNDER_REVIEW") continue;
    const outcome = rank < places ? "RETAINED" : rank === places ? "WAITLISTED" : "DECLINED";
    await commit(office, at("2019-06-21T11:00:00+02:00"), (tx, command) =>
      decideApplication(tx, command, id, { outcome, reason: reason(outcome, id) }),
    );
  }
  say(`Décisions, thème ${n} : ${rows.length}`);
}

/** In the open call: one application came back for a correction, and is talked about. */
export async function followUp({ db, commit }: Stage, campaignId: string, office: Actor): Promise<void> {
  if (await db.application.findFirst({ where: { campaignId, state: "RETURNED" } })) return;
  const submitted = await db.application.findMany({
    where: { campaignId, state: "SUBMITTED" },
    orderBy: { id: "asc" },
  });
  if (submitted.length === 0) return;
  const { id } = pick(submitted, "returned");
  const asked = at("2020-05-16T11:00:00+02:00");
  await commit(office, asked, (tx, command) =>
    returnApplication(tx, command, id, {
      reason: "Précisez les modalités d'évaluation et la place des élèves dans le recueil des données.",
      dueAt: at("2020-05-29T18:00:00+02:00"),
    }),
  );
  await commit(office, asked, (tx, command) =>
    postMessage(tx, command, id, {
      audience: "EVERYONE",
      text: "Le projet intéresse le département : deux paragraphes de plus suffiront.",
    }),
  );
}
