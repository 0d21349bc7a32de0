import { acting, type Demo, pick, roll } from "@trame/kit/demo";
import { stableId } from "@trame/kit/id";
import { unschedule } from "@trame/kit/scheduler";
import type { Db, Tx } from "../src/database.ts";
import { academyScope } from "../src/store/academies.ts";
import {
  beginPhase,
  CALL_CLOSES,
  closeCall,
  createCampaign,
  DRAFT_REMINDER,
  openCall,
  PHASE_BEGINS,
} from "../src/store/call.ts";
import { draftApplication, reviseApplication, signApplication, submitApplication } from "../src/store/candidacy.ts";
import { agreeToTheme, proposeTheme } from "../src/store/themework.ts";
import { followUp, select } from "./selection.ts";
import { specify } from "./specification.ts";
import { applicationText } from "./texts.ts";
import { type DemoTheme, themes2019, themes2020 } from "./themes.ts";

type Stage = Demo<Tx, Db>;
type Mandate = Awaited<ReturnType<Db["mandate"]["findMany"]>>[number];

const at = (text: string) => new Date(text);

/** Last year's campaign, decided; this year's, with its call open and some applications under way. */
export async function campaigns(demo: Stage): Promise<void> {
  const office = await programmeOffice(demo);
  const last = stableId("demo-campaign", "2019-2020");
  const next = stableId("demo-campaign", "2020-2021");
  await campaign(demo, last, "2019-2020", ["2019-05-02T08:00:00+02:00", "2019-06-07T23:59:00+02:00"]);
  await propose(demo, last, "2019-2020", themes2019, at("2019-03-12T10:00:00+01:00"));
  await open(demo, last, at("2019-05-02T08:00:00+02:00"), { closesByItself: false });
  await apply(demo, "2019-2020", themes2019);
  await close(demo, last, at("2019-06-07T23:59:00+02:00"));
  await select(demo, last, office);

  await campaign(demo, next, "2020-2021", ["2020-05-04T08:00:00+02:00", "2020-06-12T23:59:00+02:00"]);
  await propose(demo, next, "2020-2021", themes2020, at("2020-03-10T10:00:00+01:00"));
  await open(demo, next, at("2020-05-04T08:00:00+02:00"), { closesByItself: true });
  await begin(demo, themes2020);
  await followUp(demo, next, office);
  demo.say(`Campagnes 2019-2020 et 2020-2021 prêtes (${office.personId ? "département DNE A2" : ""})`);
}

async function programmeOffice({ db }: Stage) {
  const mandate = await db.mandate.findFirst({ where: { role: "PROGRAMME" }, orderBy: { id: "asc" } });
  if (!mandate) throw new Error("no mandate of the programme office has arrived yet");
  return acting(mandate.personId, { role: "PROGRAMME" });
}

async function campaign(demo: Stage, id: string, label: string, [opens, closes]: [string, string]) {
  const [first, second] = label.split("-");
  const office = await programmeOffice(demo);
  const when = at(`${first}-02-15T09:00:00+01:00`);
  const days = { startsOn: `${first}-09-01`, endsOn: `${second}-08-31` };
  const call = { callOpensAt: at(opens), callClosesAt: at(closes) };
  if (!(await demo.db.campaign.findUnique({ where: { id } }))) {
    await demo.commit(office, when, (tx, command) =>
      createCampaign(tx, command, { id, label, ...days, ...call, target: 100, specificationUrl: null }),
    );
  }
  await specify(demo, office, id, when);
}

async function propose(demo: Stage, campaignId: string, label: string, themes: DemoTheme[], when: Date) {
  await demo.each(`Thèmes ${label}`, themes, async (theme) => {
    const id = stableId("demo-theme", label, String(theme.n));
    if (await demo.db.theme.findUnique({ where: { id } })) return;
    const expert = await holder(demo, "EXPERT", { themeId: id });
    const inspector = await holder(demo, "INSPECTOR_GENERAL", { themeId: id });
    const { title, questions, axes, kind = "DISCIPLINARY", disciplines, years = 1, borrowedFrom = null } = theme;
    await demo.commit(acting(expert.personId, { role: "EXPERT", themeId: id }), when, (tx, command) =>
      proposeTheme(tx, command, {
        id,
        campaignId,
        title,
        questions,
        axes,
        kind,
        disciplineCodes: disciplines,
        durationYears: years,
        borrowedFrom,
      }),
    );
    const agreed = new Date(when.getTime() + (7 + roll(20, id)) * 86_400_000);
    await demo.commit(acting(inspector.personId, { role: "INSPECTOR_GENERAL", themeId: id }), agreed, (tx, command) =>
      agreeToTheme(tx, command, id, null),
    );
  });
}

async function holder(
  { db }: Stage,
  role: string,
  where: { themeId?: string; academyCode?: string },
): Promise<Mandate> {
  const mandate = await db.mandate.findFirst({ where: { role, ...where }, orderBy: { id: "asc" } });
  if (!mandate) throw new Error(`no ${role} for ${JSON.stringify(where)} has arrived yet`);
  return mandate;
}

/** The past call must not be closed by the scheduler while its applications are being written: they are of its time. */
async function open(demo: Stage, id: string, when: Date, { closesByItself }: { closesByItself: boolean }) {
  const found = await demo.db.campaign.findUniqueOrThrow({ where: { id } });
  if (found.callOpened) return;
  await demo.commit(await programmeOffice(demo), when, async (tx, command) => {
    await openCall(tx, command, id);
    if (closesByItself) return;
    for (const kind of [CALL_CLOSES, DRAFT_REMINDER]) await unschedule(tx, kind, id);
    for (const phase of PAST) await unschedule(tx, PHASE_BEGINS, `${id}/${phase}`);
  });
}

const PAST = ["ADMISSIBILITY", "REVIEW", "DECISION", "LAUNCH"] as const;

async function close(demo: Stage, id: string, when: Date) {
  const found = await demo.db.campaign.findUniqueOrThrow({ where: { id } });
  if (found.callClosed) return;
  const office = await programmeOffice(demo);
  await demo.commit(office, when, (tx, command) => closeCall(tx, command, id));
  for (const phase of PAST) await demo.commit(office, when, (tx, command) => beginPhase(tx, command, id, phase));
}

/** One application for each référent of a theme. */
async function apply(demo: Stage, label: string, themes: DemoTheme[]) {
  for (const theme of themes) {
    const themeId = stableId("demo-theme", label, String(theme.n));
    const referents = await demo.db.mandate.findMany({
      where: { role: "REFERENT", themeId },
      orderBy: { academyCode: "asc" },
    });
    await demo.each(`Candidatures, thème ${theme.n}`, onePerAcademy(referents), async (referent) => {
      const day = 5 + roll(24, themeId, referent.academyCode ?? "");
      const drafted = at(`2019-05-${String(day).padStart(2, "0")}T14:00:00+02:00`);
      const id = await draft(demo, theme, themeId, referent, drafted);
      const state = (await demo.db.application.findUniqueOrThrow({ where: { id } })).state;
      if (state === "DRAFT") await submit(demo, id, referent, at(`2019-06-0${1 + roll(6, id)}T16:30:00+02:00`));
    });
  }
}

const onePerAcademy = (referents: Mandate[]) => [...new Map(referents.map((one) => [one.academyCode, one])).values()];

async function draft(demo: Stage, theme: DemoTheme, themeId: string, referent: Mandate, when: Date): Promise<string> {
  const { db } = demo;
  const academyCode = referent.academyCode ?? "";
  const id = stableId("demo-application", themeId, academyCode);
  const existing = await db.application.findUnique({ where: { id } });
  if (existing && existing.version > 1) return id;
  const academy = await db.academy.findUniqueOrThrow({ where: { code: academyCode } });
  const question = theme.questions[0] ?? theme.title;
  const { title, ...text } = applicationText({ title: theme.title, question }, academy.label, id);
  const by = acting(referent.personId, { role: "REFERENT", academyCode, themeId });
  if (!existing) {
    await demo.commit(by, when, (tx, command) => draftApplication(tx, command, { id, themeId, academyCode, title }));
  }
  const team = await db.mandate.findMany({ where: { academyCode, themeId, role: "TEACHER" }, orderBy: { id: "asc" } });
  const pilot = await db.mandate.findFirst({ where: { academyCode, themeId, role: "PILOT" } });
  const cardie = await db.mandate.findFirst({ where: { academyCode, themeId, role: "CARDIE" } });
  const members = team.map((member) => ({
    personId: member.personId,
    degree: member.degree === "FIRST" ? ("FIRST" as const) : ("SECOND" as const),
    track: (member.track ?? "GENERAL") as "GENERAL",
    disciplineCode: member.disciplineCode,
    implementsInClass: member.implementsInClass,
    departement: member.departement,
  }));
  const people = { pilotId: pilot?.personId ?? null, cardieId: cardie?.personId ?? null, members };
  const durationYears = theme.years === 2 && roll(3, id, "duration") > 0 ? 2 : 1;
  await demo.commit(by, new Date(when.getTime() + 3 * 86_400_000), (tx, command) =>
    reviseApplication(tx, command, id, { ...text, ...people, durationYears, meetingCommitment: true }),
  );
  return id;
}

/** By the pilot where one is named, once the DAN has signed, else by the DAN. */
async function submit(demo: Stage, id: string, { academyCode, themeId }: Mandate, when: Date) {
  const scope = { academyCode: academyCode ?? undefined, themeId: themeId ?? undefined };
  const pilot = await demo.db.mandate.findFirst({ where: { ...scope, role: "PILOT" } });
  const asDan = await danOf(demo, academyCode ?? "");
  const asPilot = pilot && acting(pilot.personId, { role: "PILOT", ...scope });
  if (asPilot) await demo.commit(asDan, dayBefore(when), (tx, command) => signApplication(tx, command, id));
  await demo.commit(asPilot ?? asDan, when, (tx, command) => submitApplication(tx, command, id));
}

const dayBefore = (when: Date) => new Date(when.getTime() - 86_400_000);

async function danOf({ db }: Stage, academyCode: string) {
  const codes = await db.$transaction((tx) => academyScope(tx, academyCode));
  const dan = await db.mandate.findFirst({
    where: { role: "DAN", academyCode: { in: codes } },
    orderBy: { id: "asc" },
  });
  return acting(dan?.personId ?? "", { role: "DAN", academyCode });
}

/** The open call: some applications are drafts, some are already submitted. Rennes has not begun its own. */
async function begin(demo: Stage, themes: DemoTheme[]) {
  for (const theme of themes) {
    const themeId = stableId("demo-theme", "2020-2021", String(theme.n));
    const where = { role: "REFERENT", themeId, academyCode: { not: "14" } };
    const referents = onePerAcademy(await demo.db.mandate.findMany({ where, orderBy: { academyCode: "asc" } }));
    for (const referent of referents) {
      const seed = `${themeId}/${referent.academyCode}`;
      const id = await draft(demo, theme, themeId, referent, at(`2020-05-0${5 + roll(3, seed)}T10:00:00+02:00`));
      const { state, members } = await demo.db.application.findUniqueOrThrow({ where: { id } });
      const ready = Array.isArray(members) && members.length > 0;
      if (state === "DRAFT" && ready && pick([true, false], seed, "submitted")) {
        await submit(demo, id, referent, at(`2020-05-${12 + roll(4, seed)}T17:00:00+02:00`));
      }
    }
  }
  demo.say("Candidatures de l'appel ouvert");
}
