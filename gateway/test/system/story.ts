import { codes, type Data, eventually, type Graph, type Payload } from "./graph.ts";

/** What the story is lived on. */
export interface World {
  graph: Graph;
  origin: string;
  /** Where an open article of the academy stands, for the anonymous visit. */
  openAddress: string;
  /** The domain clock. */
  now(): Promise<Date>;
  /** Moves it forward. */
  passTo(instant: Date): Promise<void>;
  /** Distinguishes the second life from the first, on the same data. */
  turn: string;
  /** Called between steps: a chaos test stops and kills things here. */
  between?(step: string): Promise<void>;
}

/** What the story leaves, for those who look afterwards. */
export interface Lived {
  campaignId: string;
  themeId: string;
  applicationId: string;
  projectId: string;
  groupId: string;
  scenarioId: string;
  slug: string;
  meetingId: string;
}

const RENNES = "14";
const DAY = 86_400_000;

/** What a service has not heard of yet, or a mandate that it does not know yet: looked at again, for events take their time. */
const NOT_YET = /^(FORBIDDEN|NOT_FOUND|UNKNOWN_\w+)$/;

async function accept(attempt: () => Promise<Payload>): Promise<Payload> {
  const isSettled = (payload: Payload) =>
    payload.errors.length === 0 || !codes(payload).every((code) => NOT_YET.test(code));
  const payload = await eventually(attempt, isSettled, "accepted");
  expect(payload.errors).toEqual([]);
  return payload;
}

async function refusedTo(people: string[], attempt: (who: string) => Promise<Payload>): Promise<void> {
  for (const who of people) expect([who, codes(await attempt(who))]).toEqual([who, ["FORBIDDEN"]]);
}

/** The programme's chain from the call to the newsletter, each step by the person whose right it is. */
export async function liveTheStory(world: World): Promise<Lived> {
  const persons = await findPersons(world);
  const call = await openTheCall(world, persons);
  const applicationId = await apply(world, call, persons);
  const projectId = await retain(world, call, applicationId);
  const groupId = await completeTheGroup(world, call, projectId, persons);
  await launch(world, call);
  const scenario = await publish(world, projectId);
  await relay(world, scenario);
  const meetingId = await meet(world, call, projectId);
  await analyse(world, call);
  return { ...call, applicationId, projectId, groupId, ...scenario, meetingId };
}

type Persons = Record<"referent" | "pilot" | "teacher" | "cardie" | "expert" | "inspector", string> & {
  teachers: string[];
};

async function findPersons({ graph }: World): Promise<Persons> {
  const known = ({ viewer }: Data) => viewer !== null;
  const id = async (who: string): Promise<string> =>
    (await eventually(() => graph.ask(who, "{ viewer { id } }"), known, `${who} is known`)).viewer.id;
  // Once known, a person stays known to the gateway while people is away.
  await Promise.all(["programme", "dan", "editor", "analyst", "admin"].map(id));
  const [referent, pilot, teacher, cardie, expert, inspector] = await Promise.all(
    ["referent", "pilot", "teacher", "cardie", "expert", "inspector-general"].map(id),
  );
  const found = await graph.ask(
    "dan",
    `query($academy: ID!) { persons(filter: { academyCode: $academy }, first: 100) { nodes { id } } }`,
    { academy: RENNES },
  );
  const cast = [referent, pilot, teacher, cardie];
  const teachers = found.persons.nodes
    .map((node: Data) => node.id)
    .filter((other: string) => !cast.includes(other))
    .slice(0, 2);
  return { referent, pilot, teacher, cardie, expert, inspector, teachers: [teacher, ...teachers] } as Persons;
}

interface Call {
  campaignId: string;
  themeId: string;
  /** Days of the campaign, from today on so that every mandate is in force. */
  startsOn: string;
  endsOn: string;
}

const day = (date: Date) => date.toISOString().slice(0, 10);

/** Step 1. The call and its window (R17), agreed themes only (R18). */
async function openTheCall({ graph, now, turn, between }: World, persons: Persons): Promise<Call> {
  const today = await now();
  const startsOn = day(today);
  const endsOn = day(new Date(today.getTime() + 400 * DAY));
  const at = (days: number) => new Date(today.getTime() + days * DAY).toISOString();
  const campaign = { label: turn, startsOn, endsOn, callOpensAt: at(-1), callClosesAt: at(20) };
  await refusedTo(["expert", "dan", "referent", "analyst", "editor"], (who) =>
    graph.tell(who, "createCampaign", campaign, "campaign { id }"),
  );
  const made = await accept(() => graph.tell("programme", "createCampaign", campaign, "campaign { id version }"));
  const campaignId = made.campaign.id;

  const theme = {
    campaignId,
    title: `Mesurer pour comprendre (${turn})`,
    questions: ["Que gagne l'élève à recueillir ses propres données ?"],
    axes: ["Capteurs", "Données ouvertes"],
    kind: "DISCIPLINARY",
    disciplineCodes: ["svt"],
    durationYears: 1,
  };
  const proposed = await accept(() => graph.tell("expert", "proposeTheme", theme, "theme { id }"));
  const themeId = proposed.theme.id;
  expect(
    codes(await graph.tell("programme", "openCall", { campaignId, themeIds: [themeId] }, "campaign { id }")),
  ).toEqual(["THEME_NOT_AGREED"]);

  for (const [personId, role] of [
    [persons.inspector, "INSPECTOR_GENERAL"],
    [persons.expert, "EXPERT"],
  ]) {
    await eventually(
      () => graph.tell("programme", "appoint", { personId, role, themeId, startsOn, endsOn }, "mandate { id }"),
      (payload) => payload.errors.length === 0,
      "people has heard of the theme",
    );
  }
  await refusedTo(["expert", "programme", "dan"], (who) =>
    graph.tell(who, "agreeToTheme", { themeId }, "theme { id }"),
  );
  await eventually(
    () => graph.tell("inspector-general", "agreeToTheme", { themeId }, "theme { state }"),
    (payload) => payload.errors.length === 0 || codes(payload)[0] === "ALREADY_AGREED",
    "the inspection générale agrees once its mandate is known",
  );
  for (const [personId, role] of [
    [persons.referent, "REFERENT"],
    [persons.pilot, "PILOT"],
  ]) {
    await accept(() =>
      graph.tell(
        "dan",
        "appoint",
        {
          personId,
          role,
          academyCode: RENNES,
          themeId,
          startsOn,
          endsOn,
          corps: role === "PILOT" ? "IA_IPR" : undefined,
        },
        "mandate { id }",
      ),
    );
  }
  const early = { themeId, academyCode: RENNES, title: "Trop tôt" };
  await eventually(
    () => graph.tell("referent", "draftApplication", early, "application { id }"),
    (payload) => codes(payload).includes("CALL_NOT_OPEN"),
    "R17: nobody applies before the call is open",
  );
  await refusedTo(["expert", "inspector-general", "dan", "referent"], (who) =>
    graph.tell(who, "openCall", { campaignId }, "campaign { id }"),
  );
  const opened = await accept(() =>
    graph.tell("programme", "openCall", { campaignId, themeIds: [themeId] }, "campaign { call { state } }"),
  );
  expect(opened.campaign.call.state).toBe("OPEN");
  await between?.("the call is open");
  return { campaignId, themeId, startsOn, endsOn };
}

/** Step 2. The référent drafts, the pilot submits; what is missing comes back by field (R19, R43, R46). */
async function apply({ graph, turn, between }: World, { themeId }: Call, persons: Persons): Promise<string> {
  const draft = { themeId, academyCode: RENNES, title: `Capteurs au lycée (${turn})` };
  await refusedTo(["teacher", "expert", "programme", "analyst"], (who) =>
    graph.tell(who, "draftApplication", draft, "application { id }"),
  );
  const drafted = await accept(() =>
    graph.tell("referent", "draftApplication", draft, "application { id version missing { field requirement } }"),
  );
  const applicationId = drafted.application.id;
  const early = await eventually(
    () => graph.tell("pilot", "submitApplication", { applicationId }, "application { id }"),
    (payload) => !codes(payload).includes("FORBIDDEN"),
    "the pilot's mandate is known",
  );
  expect(early.errors.map(({ field }: Data) => field)).toEqual(
    expect.arrayContaining(["problem", "objectives", "members", "meetingCommitment"]),
  );
  expect(
    early.errors.every(({ message, requirement }: Data) => message.length > 10 && /^R\d\d$/.test(requirement)),
  ).toBe(true);
  const text = {
    applicationId,
    problem: "Comment passer de la mesure au raisonnement ?",
    objectives: "Recueillir, traiter et discuter des mesures.",
    levels: "Seconde générale et technologique",
    pilotId: persons.pilot,
    meetingCommitment: true,
    members: persons.teachers.map((personId) => ({
      personId,
      degree: "SECOND",
      disciplineCode: "svt",
      implementsInClass: true,
    })),
  };
  expect(
    codes(await graph.tell("referent", "reviseApplication", { ...text, durationYears: 3 }, "application { id }")),
  ).toContain("DURATION_OUT_OF_RANGE");
  const late = { ...text, expectedVersion: drafted.application.version };
  const revised = await accept(() =>
    graph.tell("referent", "reviseApplication", late, "application { compositionCheck { gaps { code requirement } } }"),
  );
  expect(revised.application.compositionCheck.gaps.map(({ requirement }: Data) => requirement)).toContain("R40");
  expect(codes(await graph.tell("referent", "reviseApplication", late, "application { version }"))).toEqual([
    "CHANGED_MEANWHILE",
  ]);
  await refusedTo(["referent", "teacher", "programme"], (who) =>
    graph.tell(who, "submitApplication", { applicationId }, "application { id }"),
  );
  expect(codes(await graph.tell("pilot", "submitApplication", { applicationId }, "application { id }"))).toEqual([
    "SIGNATURE_MISSING",
  ]);
  await refusedTo(["referent", "expert", "programme"], (who) =>
    graph.tell(who, "signApplication", { applicationId }, "application { id }"),
  );
  await accept(() => graph.tell("dan", "signApplication", { applicationId }, "application { signatures { role at } }"));
  const submitted = await accept(() =>
    graph.tell("pilot", "submitApplication", { applicationId }, "application { state }"),
  );
  expect(submitted.application.state).toBe("SUBMITTED");
  await between?.("the application is submitted");
  return applicationId;
}

/** Step 3. The programme office retains, with a reason; the counter moves (R20, R21). */
async function retain({ graph, between }: World, { campaignId }: Call, applicationId: string): Promise<string> {
  const decision = { applicationId, outcome: "RETAINED", reason: "Projet mutualisé, équipe solide." };
  await refusedTo(["expert", "inspector-general", "pilot", "dan", "referent", "admin"], (who) =>
    graph.tell(who, "decideApplication", decision, "application { id }"),
  );
  expect(
    codes(await graph.tell("programme", "decideApplication", { ...decision, reason: "" }, "application { id }")),
  ).toEqual(["REQUIRED"]);
  const prepared = await accept(() =>
    graph.tell("programme", "decideApplication", decision, "application { state pendingDecision { letter } }"),
  );
  expect(prepared.application).toMatchObject({
    state: "UNDER_REVIEW",
    pendingDecision: { letter: expect.any(String) },
  });
  const asked = "query($id: ID!) { application(id: $id) { state pendingDecision { outcome } project { id state } } }";
  const before = await graph.ask("referent", asked, { id: applicationId });
  expect(before.application).toEqual({ state: "UNDER_REVIEW", pendingDecision: null, project: null });
  await refusedTo(["expert", "pilot", "dan"], (who) =>
    graph.tell(who, "publishDecisions", { campaignId }, "campaign { id }"),
  );
  await accept(() => graph.tell("programme", "publishDecisions", { campaignId }, "campaign { id }"));
  const { application } = await graph.ask("referent", asked, { id: applicationId });
  expect(application).toMatchObject({ state: "RETAINED", project: { state: "FORMING" } });
  const { campaign } = await graph.ask(null, "query($id: ID!) { campaign(id: $id) { retainedCount target } }", {
    id: campaignId,
  });
  expect(campaign).toEqual({ retainedCount: 1, target: 100 });
  await between?.("the application is retained");
  return application.project.id;
}

const GROUP = `query($id: ID!) { project(id: $id) { state group { id seats { role person { id } }
  compositionCheck { complete gaps { code severity requirement remedy whoCanAct } } } } }`;

/** Step 4. By event: the groups, their seats (R24), what they lack with its remedy, and the engagement. */
async function completeTheGroup(
  { graph, between }: World,
  call: Call,
  projectId: string,
  persons: Persons,
): Promise<string> {
  const { project } = await eventually(
    () => graph.ask("referent", GROUP, { id: projectId }),
    ({ project: found }) => found.group !== null,
    "people opens the academic group",
  );
  const { group } = project;
  expect(group.seats.map(({ person, role }: Data) => `${role} ${person.id}`)).toEqual(
    expect.arrayContaining([`REFERENT ${persons.referent}`, ...persons.teachers.map((id) => `TEACHER ${id}`)]),
  );
  const [gap] = group.compositionCheck.gaps.filter(({ severity }: Data) => severity === "BLOCKING");
  expect(gap).toMatchObject({ requirement: "R40", whoCanAct: expect.arrayContaining(["CARDIE"]) });
  const national = await graph.ask(
    "expert",
    "query($id: ID!) { theme(id: $id) { nationalGroup { seats { role person { id } } compositionCheck { complete gaps { requirement } } } } }",
    { id: call.themeId },
  );
  expect(national.theme.nationalGroup.seats.map(({ person, role }: Data) => `${role} ${person.id}`)).toContain(
    `REFERENT ${persons.referent}`,
  );
  expect(national.theme.nationalGroup.compositionCheck.complete).toBe(true);

  const { themeId, startsOn, endsOn } = call;
  const seat = { personId: persons.cardie, role: "CARDIE", academyCode: RENNES, themeId, startsOn, endsOn };
  await refusedTo(["referent", "programme", "teacher"], (who) => graph.tell(who, "appoint", seat, "mandate { id }"));
  await accept(() => graph.tell("cardie", "appoint", seat, "mandate { id }"));
  await eventually(
    () => graph.ask(null, "query($id: ID!) { project(id: $id) { state } }", { id: projectId }),
    ({ project: found }) => found.state === "ENGAGED",
    "the last blocking member engages the team",
  );
  await between?.("the team is engaged");
  return group.id;
}

/** Step 5. Both reviews by the expert, then the launch and not before (R50 to R54). */
async function launch({ graph, between }: World, { campaignId, themeId }: Call): Promise<void> {
  await refusedTo(["expert", "dan"], (who) => graph.tell(who, "closeCall", { campaignId }, "campaign { id }"));
  await accept(() => graph.tell("programme", "closeCall", { campaignId }, "campaign { id }"));
  const missing = await graph.tell("programme", "launchTheme", { themeId }, "theme { id }");
  expect(missing.errors.map(({ requirement }: Data) => requirement)).toEqual(["R52", "R54"]);
  const prior = {
    themeId,
    text: "Ce qui a déjà été éprouvé avec des capteurs en classe de sciences.",
    sources: [{ kind: "USAGE_AGENCY", title: "Fiches de l'Agence nationale des usages des TICE" }],
  };
  await refusedTo(["programme", "referent", "inspector-general"], (who) =>
    graph.tell(who, "recordPriorWorkReview", prior, "priorWorkReview { id }"),
  );
  await accept(() => graph.tell("expert", "recordPriorWorkReview", prior, "priorWorkReview { id }"));
  const literature = {
    themeId,
    text: "Ce que dit la recherche de la démarche d'investigation.",
    references: ["Revue de didactique des sciences"],
  };
  await accept(() => graph.tell("expert", "recordLiteratureReview", literature, "literatureReview { id }"));
  await refusedTo(["expert", "inspector-general"], (who) =>
    graph.tell(who, "launchTheme", { themeId }, "theme { id }"),
  );
  await eventually(
    () => graph.tell("programme", "launchTheme", { themeId }, "theme { state }"),
    (payload) => payload.errors.length === 0 || codes(payload)[0] === "ALREADY_LAUNCHED",
    "the theme is launched once projects has heard of both reviews",
  );
  await between?.("the theme is launched");
}

/** Step 6. From the draft to the publication, refused until all of it holds (R03, R61, R62, R68). */
async function publish(world: World, projectId: string): Promise<{ scenarioId: string; slug: string }> {
  const { graph, openAddress, turn, now, between } = world;
  const draft = { projectId, title: `Un capteur pour la haie (${turn})` };
  const drafted = await eventually(
    () => graph.tell("teacher", "draftScenario", draft, "scenario { id slug }"),
    (payload) => payload.errors.length === 0,
    "the teacher's mandate and the project are known to scenarios",
  );
  await refusedTo(["programme", "analyst", "editor", "dan"], (who) =>
    graph.tell(who, "draftScenario", draft, "scenario { id }"),
  );
  const scenarioId: string = drafted.scenario.id;
  const text = {
    scenarioId,
    summary: "Les élèves relèvent température et humidité dans une haie et discutent leurs mesures.",
    disciplineCodes: ["svt"],
    // ScoLOMFR voc. 022: seconde générale et technologique.
    levels: ["http://data.education.fr/voc/scolomfr/concept/scolomfr-voc-022-num-136"],
    competences: ["1.2", "1.3"],
    progressivity: "GUIDED_USE",
    objectives: "Construire un protocole, recueillir des mesures, en discuter la précision.",
    course: "Séance 1 : la question. Séance 2 : le relevé. Séance 3 : l'analyse.",
    assessment: "Compte rendu en binôme.",
    generalisation: "Possible avec deux capteurs par classe.",
    durationMinutes: 165,
    licence: "CC BY-SA 4.0",
  };
  await accept(() => graph.tell("teacher", "reviseScenario", text, "scenario { id }"));
  await accept(() => graph.tell("referent", "proposeScenario", { scenarioId }, "scenario { state }"));
  const today = day(await now());
  const implementation = {
    scenarioId,
    classLevel: "Seconde",
    establishment: "Lycée des Embruns",
    startedOn: today,
    outcome: "Les écarts entre relevés ont lancé la discussion.",
  };
  await accept(() => graph.tell("teacher", "recordImplementation", implementation, "scenario { id }"));
  await accept(() =>
    graph.tell(
      "teacher",
      "declareResource",
      { scenarioId, title: "Carte de la haie", basis: "TEACHING_EXCEPTION" },
      "scenario { id }",
    ),
  );
  const service = {
    scenarioId,
    name: "Tableur en ligne de l'académie",
    purpose: "Partager les relevés",
    pupilAccounts: false,
    termsNote: "Sans compte élève, hébergé par l'académie.",
  };
  await accept(() => graph.tell("teacher", "declareDigitalService", service, "scenario { id }"));
  // domain.md §12: the academic address is recorded by the IAN or the référent.
  await refusedTo(["teacher", "editor"], (who) =>
    graph.tell(who, "setOpenAddress", { scenarioId, url: openAddress }, "scenario { id }"),
  );
  const closed = openAddress.replace(/\/[^/]+\/article\//, "/ent/article/");
  const login = await accept(() =>
    graph.tell("referent", "setOpenAddress", { scenarioId, url: closed }, "scenario { openAddress { result } }"),
  );
  expect(login.scenario.openAddress.result).toBe("LOGIN_REQUIRED");

  await refusedTo(["teacher", "programme", "referent"], (who) =>
    graph.tell(who, "reviewScenario", { scenarioId, outcome: "PASSED" }, "scenario { id }"),
  );
  await accept(() =>
    graph.tell(
      "pilot",
      "reviewScenario",
      { scenarioId, outcome: "PASSED", comment: "Clair et réutilisable." },
      "scenario { state }",
    ),
  );
  const refused = await graph.tell("referent", "publishScenario", { scenarioId }, "scenario { id }");
  expect(refused.errors.map(({ requirement }: Data) => requirement)).toEqual(expect.arrayContaining(["R61", "R68"]));
  const { scenario } = await graph.ask("teacher", "query($id: ID!) { scenario(id: $id) { resources { id } } }", {
    id: scenarioId,
  });
  const resourceId = scenario.resources[0].id;
  await accept(() =>
    graph.tell(
      "teacher",
      "declareResource",
      { scenarioId, resourceId, title: "Carte de la haie", basis: "OWN_WORK" },
      "scenario { id }",
    ),
  );
  await eventually(
    () =>
      graph.tell("referent", "setOpenAddress", { scenarioId, url: openAddress }, "scenario { openAddress { result } }"),
    ({ scenario: visited }) => visited?.openAddress.result === "OPEN",
    "the address is open, on a site that scenarios knows to be the academy's",
  );
  await refusedTo(["programme", "editor", "analyst"], (who) =>
    graph.tell(who, "publishScenario", { scenarioId }, "scenario { id }"),
  );
  const state = (await graph.ask("pilot", "query($id: ID!) { scenario(id: $id) { state } }", { id: scenarioId }))
    .scenario.state;
  if (state !== "REVIEWED") {
    // What was changed after the review is reviewed again.
    await accept(() => graph.tell("referent", "proposeScenario", { scenarioId }, "scenario { id }"));
    await accept(() => graph.tell("pilot", "reviewScenario", { scenarioId, outcome: "PASSED" }, "scenario { id }"));
  }
  const published = await accept(() =>
    graph.tell("referent", "publishScenario", { scenarioId }, "scenario { state slug }"),
  );
  expect(published.scenario.state).toBe("PUBLISHED");
  await between?.("the scenario is published");
  return { scenarioId, slug: published.scenario.slug };
}

const DRAFTS = `{ newsletters { id slug kind discipline { code } draft { id items { id withdrawn publication { title scenario { id } } } } } }`;

/** Step 7. Letters, feeds and the public log follow by event; a withdrawal takes it back everywhere (R71, R72). */
async function relay(world: World, { scenarioId, slug }: { scenarioId: string; slug: string }): Promise<void> {
  const { graph, origin, between } = world;
  const isOurs = (item: Data) => item.publication.scenario?.id === scenarioId && !item.withdrawn;
  const drafts = await eventually(
    () => graph.ask("editor", DRAFTS),
    ({ newsletters }) => newsletters.some(({ draft }: Data) => draft?.items.some(isOurs)),
    "the publication falls into the draft of the matching series",
  );
  const series = drafts.newsletters.find(({ draft }: Data) => draft?.items.some(isOurs));
  expect(series.discipline.code).toBe("svt");
  const feed = async (kind: string) => (await fetch(`${origin}/feeds/publications.${kind}`)).text();
  await eventually(
    () => feed("json"),
    (text) => text.includes(slug),
    "the JSON feed has it",
  );
  await eventually(
    () => feed("atom"),
    (text) => text.includes(slug),
    "the Atom feed has it",
  );

  const editionId = series.draft.id;
  await refusedTo(["expert", "programme", "referent"], (who) =>
    graph.tell(who, "publishEdition", { editionId }, "edition { id }"),
  );
  await accept(() =>
    graph.tell(
      "editor",
      "editEdition",
      { editionId, title: "Des mesures et des haies", editorial: "Ce mois-ci, on sort." },
      "edition { id }",
    ),
  );
  const { edition } = await accept(() =>
    graph.tell("editor", "publishEdition", { editionId }, "edition { url state }"),
  );
  expect(edition.state).toBe("PUBLISHED");
  const page = async () => (await fetch(edition.url)).text();
  await eventually(page, (text) => text.includes("Un capteur pour la haie"), "the edition is at its address");

  await refusedTo(["teacher", "programme", "editor"], (who) =>
    graph.tell(who, "withdrawScenario", { scenarioId, reason: "Erreur" }, "scenario { id }"),
  );
  await accept(() =>
    graph.tell(
      "referent",
      "withdrawScenario",
      { scenarioId, reason: "Une photographie n'était pas libre de droits." },
      "scenario { state }",
    ),
  );
  await eventually(
    () => feed("json"),
    (text) => !text.includes(slug),
    "the feed no longer has it",
  );
  await eventually(page, (text) => text.includes("retir"), "the edition says that it was withdrawn");
  await between?.("the scenario is withdrawn");
}

/** Step 8. A meeting is planned, convened, held with attendance, its minutes approved (R44, R87). */
async function meet({ graph, now, passTo, between }: World, { themeId }: Call, projectId: string): Promise<string> {
  const startsAt = new Date((await now()).getTime() + 3_600_000);
  const endsAt = new Date(startsAt.getTime() + 3_600_000);
  const plan = {
    level: "ACADEMIC",
    mode: "IN_PERSON",
    themeId,
    projectId,
    title: "Première réunion de l'équipe",
    purpose: "Réflexion sur les protocoles et production du premier scénario",
    startsAt: startsAt.toISOString(),
    endsAt: endsAt.toISOString(),
    place: "Atelier Canopé de Rennes",
  };
  const planned = await eventually(
    () => graph.tell("referent", "planMeeting", plan, "meeting { id }"),
    (payload) => payload.errors.length === 0,
    "meetings knows the project",
  );
  await refusedTo(["teacher", "analyst", "editor"], (who) => graph.tell(who, "planMeeting", plan, "meeting { id }"));
  const meetingId: string = planned.meeting.id;
  await accept(() => graph.tell("referent", "conveneMeeting", { meetingId }, "meeting { id }"));
  const { meeting: convened } = await eventually(
    () =>
      graph.ask("referent", "query($id: ID!) { meeting(id: $id) { attendance { person { id } } } }", { id: meetingId }),
    ({ meeting }) => meeting.attendance?.length >= 4,
    "the group's members are convened",
  );
  await accept(() =>
    graph.tell("teacher", "answerConvocation", { meetingId, answer: "WILL_ATTEND" }, "meeting { id }"),
  );
  const attendance = convened.attendance.map(({ person }: Data) => ({
    personId: person.id,
    status: "PRESENT",
  }));
  await refusedTo(["teacher", "programme"], (who) =>
    graph.tell(who, "holdMeeting", { meetingId, attendance }, "meeting { id }"),
  );
  expect(
    codes(await graph.tell("referent", "holdMeeting", { meetingId, attendance }, "meeting { id }")).length,
  ).toBeGreaterThan(0);
  await passTo(new Date(endsAt.getTime() + 60_000));
  await accept(() => graph.tell("referent", "holdMeeting", { meetingId, attendance }, "meeting { presentCount }"));
  await accept(() =>
    graph.tell("referent", "writeMinutes", { meetingId, text: "L'équipe a arrêté deux protocoles." }, "meeting { id }"),
  );
  await refusedTo(["referent", "teacher"], (who) => graph.tell(who, "approveMinutes", { meetingId }, "meeting { id }"));
  const approved = await accept(() => graph.tell("pilot", "approveMinutes", { meetingId }, "meeting { state }"));
  expect(approved.meeting.state).toBe("MINUTES_APPROVED");
  await between?.("the minutes are approved");
  return meetingId;
}

/** Step 9. One query: participation by academy, theme and discipline, each figure defined in the schema. */
async function analyse({ graph }: World, { themeId }: Call): Promise<void> {
  const figures = "rows { key hidden figures { persons mandated attended authored implemented } } total { persons }";
  const query = `query($theme: ID!) {
    academies: participation(by: ACADEMY) { ${figures} }
    themes: participation(by: THEME) { ${figures} }
    disciplines: participation(by: DISCIPLINE) { ${figures} }
    ours: participation(by: ACADEMY, filter: { themeId: $theme }) { ${figures} }
    definitions: __type(name: "ParticipationFigures") { fields { name description } }
  }`;
  const { ours, definitions } = await eventually(
    () => graph.ask("analyst", query, { theme: themeId }),
    ({ ours: found }) =>
      found.rows.some(({ key, figures: row }: Data) => key === RENNES && row?.attended > 0 && row.implemented > 0),
    "people has counted the attendance and the implementation",
  );
  expect(ours.total.persons).toBeGreaterThanOrEqual(4);
  expect(definitions.fields.every(({ description }: Data) => description?.length > 20)).toBe(true);
}
