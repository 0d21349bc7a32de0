import {
  AcademyRecordedSchema,
  MandateEndedSchema,
  MandateStartedSchema,
} from "@trame/proto-schemas/people/v1/events_pb";
import { PersonStateSchema } from "@trame/proto-schemas/people/v1/state_pb";
import { bindIdentity } from "../src/store/persons.ts";
import {
  admin,
  analyst,
  cardie,
  claire,
  codesOf,
  dasen,
  dominique,
  gapsOf,
  gateway,
  id,
  type People,
  PROJECT,
  paul,
  people,
  programme,
  RENNES,
  someone,
  THEME,
  teacher,
  visitor,
} from "./examples.ts";

let it: People;

beforeEach(async () => {
  it = await people();
});
afterEach(() => it.stop());

const everybody = [visitor, someone, admin, programme, dominique, cardie, dasen, analyst, paul, claire];

test("the academies are there at the start, with their sites and dates, and are told once", async () => {
  const { academies } = await it.query(visitor, '{ academies(on: "2019-12-31") { code } }');
  const codes = academies.map(({ code }: { code: string }) => code);
  expect(codes).toEqual(expect.arrayContaining(["05", "21", "43", "14"]));
  expect(codes).not.toContain("70");
  const { academy, all } = await it.query(
    visitor,
    '{ academy(code: "70") { label predecessors { code successor { name } } region { name } } all: academies(all: true) { code } }',
  );
  expect(academy).toEqual({
    label: "académie de Normandie",
    region: { name: "Normandie" },
    predecessors: [
      { code: "05", successor: { name: "Normandie" } },
      { code: "21", successor: { name: "Normandie" } },
    ],
  });
  expect(all).toHaveLength(36);
  expect(await it.saidOf(AcademyRecordedSchema)).toHaveLength(36);
});

test("a person is recorded by the administration, nobody else, and the name leaves on its own topic", async () => {
  for (const actor of everybody.filter((one) => one !== admin)) {
    expect(codesOf(await it.records(actor, "Anne", "Le Bihan"))).toEqual(["FORBIDDEN"]);
  }
  const { person } = await it.records(admin, " Anne ", "Le Bihan", { academyCode: RENNES, email: "anne@ac-rennes.fr" });
  expect(person.displayName).toBe("Anne Le Bihan");
  expect(codesOf(await it.records(admin, "", "", { email: "anne", academyCode: "14" }))).toEqual([
    "REQUIRED",
    "REQUIRED",
    "EMAIL_MALFORMED",
  ]);
  expect(codesOf(await it.records(admin, "Anne", "Roux", { academyCode: "99" }))).toEqual(["UNKNOWN_ACADEMY"]);
  const [told] = await it.saidOf(PersonStateSchema);
  expect(told).toMatchObject({ id: person.id, displayName: "Anne Le Bihan", academyCode: RENNES });
  const said = (await it.said()).find(({ key }) => key === person.id);
  expect(said?.topic).toBe("traam.people-state.v1");
});

test("a visitor reads a name, and who signed in the directory", async () => {
  const who = await it.knows("Anaïs", "Œuvrard", {
    email: "anais@ac-rennes.fr",
    position: "Professeure",
    academyCode: RENNES,
  });
  await it.knows("Bruno", "Abel");
  const read = "query($id: ID!) { person(id: $id) { displayName email position mandates { id } academy { name } } }";
  expect((await it.query(visitor, read, { id: who })).person).toEqual({
    displayName: "Anaïs Œuvrard",
    email: null,
    position: null,
    mandates: [],
    academy: { name: "Rennes" },
  });
  expect((await it.query(someone, read, { id: who })).person.email).toBe("anais@ac-rennes.fr");
  const { errors } = await it.ask(visitor, "{ persons { totalCount } }");
  expect(errors?.[0]?.extensions?.code).toBe("FORBIDDEN");
  const { persons } = await it.query(someone, '{ persons(search: "anais OEUVRARD") { totalCount nodes { id } } }');
  expect(persons).toEqual({ totalCount: 1, nodes: [{ id: who }] });
  const page = await it.query(
    someone,
    "{ persons(first: 1) { nodes { familyName } pageInfo { hasNextPage endCursor } } }",
  );
  expect(page.persons.nodes).toEqual([{ familyName: "Abel" }]);
  const next = await it.query(
    someone,
    "query($after: String) { persons(first: 1, after: $after) { nodes { familyName } } }",
    {
      after: page.persons.pageInfo.endCursor,
    },
  );
  expect(next.persons.nodes).toEqual([{ familyName: "Œuvrard" }]);
});

/** Which roles the role's own mandate is given by, with the scope of a Rennes group. */
const GIVEN_BY: [string, object, unknown[]][] = [
  ["REFERENT", { academyCode: RENNES, themeId: THEME }, [paul, dominique]],
  ["TEACHER", { academyCode: RENNES, themeId: THEME, degree: "SECOND", track: "GENERAL" }, [claire, paul, dominique]],
  ["PILOT", { academyCode: RENNES, themeId: THEME, corps: "IA_IPR" }, [programme, dominique]],
  ["CARDIE", { academyCode: RENNES, themeId: THEME }, [cardie]],
  ["CARDIE", { academyCode: RENNES }, [admin, dominique]],
  ["IEN", { academyCode: RENNES, themeId: THEME }, [dominique]],
  ["EXPERT", { themeId: THEME }, [programme]],
  ["INSPECTOR_GENERAL", { themeId: THEME }, [programme]],
  ["DAN", { academyCode: RENNES }, [admin]],
  ["DASEN", { academyCode: RENNES, departement: "35" }, [admin]],
  ["IAN", { academyCode: RENNES, disciplineCode: "svt" }, [admin, dominique]],
  ["EDITOR", {}, [admin]],
  ["ANALYST", {}, [admin]],
  ["PROGRAMME", {}, [admin]],
  ["ADMIN", {}, [admin]],
];

test.each(GIVEN_BY)("the right to give the mandate of %s depends on the role (%o)", async (role, scope, givers) => {
  await it.themeIsAgreed();
  const personId = await it.knows("Anne");
  for (const actor of everybody) {
    const { mandate, errors } = await it.appoints(actor, { personId, role, ...scope });
    if (givers.includes(actor)) {
      expect(errors).toEqual([]);
      await it.ends(actor, mandate.id, "2019-09-02", "Essai");
      await it.db.mandate.deleteMany({ where: { id: mandate.id } });
    } else {
      expect(errors).toMatchObject([{ kind: "FORBIDDEN" }]);
    }
  }
});

test("a pilot of another academy, and a DAN of another one, give nothing here", async () => {
  await it.themeIsAgreed();
  const personId = await it.knows("Anne");
  const input = { personId, role: "REFERENT", academyCode: "24", themeId: THEME };
  for (const actor of [paul, dominique]) expect(codesOf(await it.appoints(actor, input))).toEqual(["FORBIDDEN"]);
});

test("a mandate of tomorrow begins at midnight by itself and ends after its last day", async () => {
  const personId = await it.knows("Anne");
  const { mandate } = await it.appoints(admin, {
    personId,
    role: "EDITOR",
    startsOn: "2019-10-01",
    endsOn: "2019-10-31",
  });
  expect(mandate.inForce).toBe(false);
  expect(await it.saidOf(MandateStartedSchema)).toHaveLength(0);
  await it.passes("2019-09-30T21:59:59Z");
  expect(await it.saidOf(MandateStartedSchema)).toHaveLength(0);
  await it.passes("2019-09-30T22:00:00Z");
  expect(await it.saidOf(MandateStartedSchema)).toMatchObject([{ mandate: { id: mandate.id, role: "EDITOR" } }]);
  await it.passes("2019-10-31T22:59:59Z");
  expect(await it.saidOf(MandateEndedSchema)).toHaveLength(0);
  await it.passes("2019-10-31T23:00:00Z");
  expect(await it.saidOf(MandateEndedSchema)).toMatchObject([{ mandate: { id: mandate.id } }]);
});

test("an end that was brought forward comes by itself, once, with its reason", async () => {
  const personId = await it.knows("Anne");
  const { mandate } = await it.appoints(admin, { personId, role: "EDITOR" });
  const { mandate: ending } = await it.ends(admin, mandate.id, "2019-12-20", "Départ", {
    expectedVersion: mandate.version,
  });
  expect(ending).toMatchObject({ endsOn: "2019-12-20", endReason: "Départ", inForce: true });
  const late = await it.ends(admin, mandate.id, "2019-12-01", "Trop tard", { expectedVersion: mandate.version });
  expect(late.errors).toMatchObject([{ kind: "CONFLICT" }]);
  expect(late.mandate.endsOn).toBe("2019-12-20");
  await it.passes("2020-09-15T08:00:00Z");
  expect(await it.saidOf(MandateEndedSchema)).toMatchObject([{ reason: "Départ" }]);
});

test("only the gateway asks who somebody is, and hears the mandates in force", async () => {
  const personId = await it.knows("Anne", "Le Bihan");
  await it.db.$transaction((tx) => bindIdentity(tx, "*", "anne", personId));
  await it.appoints(admin, { personId, role: "EDITOR", startsOn: "2019-09-01", endsOn: "2019-09-16" });
  await it.appoints(admin, { personId, role: "ANALYST", startsOn: "2019-09-17" });
  const ask =
    '{ identity(issuer: "https://op.exemple", subject: "anne") { personId name mandates { role academyCode } } }';
  for (const actor of everybody) {
    expect((await it.ask(actor, ask)).errors?.[0]?.extensions?.code).toBe("FORBIDDEN");
  }
  expect((await it.query(gateway, ask)).identity).toEqual({
    personId,
    name: "Anne Le Bihan",
    mandates: [{ role: "EDITOR", academyCode: null }],
  });
  it.setNow("2019-09-17T00:00:00Z");
  expect((await it.query(gateway, ask)).identity.mandates).toMatchObject([{ role: "ANALYST" }]);
  expect((await it.query(gateway, ask.replace("anne", "personne"))).identity).toBeNull();
});

test("R40 to R42: the CARDIE, the DAN and the DASEN complete a group, each what is his or hers", async () => {
  await it.themeIsAgreed();
  const [referentId = "", pilotId = "", a = "", b = "", c = "", x = "", y = ""] = await it.knowsSome(7);
  const members = [teacher(a), teacher(b), teacher(c, { degree: "FIRST", disciplineCode: "premier-degre" })];
  await it.projectOpens({ referentId, pilotId, members });
  const group = await it.groupOf();
  expect(gapsOf(group)).toEqual(["NO_CARDIE R40", "NO_IEN R41", "NO_DASEN_AGREEMENT R42"]);
  const tasks = async (actor: typeof cardie, personId: string) =>
    (await it.query({ ...actor, personId }, "{ viewer { peopleTasks { title href } } }")).viewer.peopleTasks;
  expect(await tasks(cardie, x)).toEqual([
    { title: "Désigner un·e représentant·e de la CARDIE de l'académie.", href: `/espace/groupes/${group.id}` },
  ]);
  expect(await tasks(dasen, y)).toHaveLength(1);
  expect(await tasks({ ...dasen, mandates: [{ role: "DASEN", academyCode: RENNES, departement: "22" }] }, y)).toEqual(
    [],
  );

  await it.appoints(cardie, { personId: x, role: "CARDIE", academyCode: RENNES, themeId: THEME });
  await it.appoints(dominique, { personId: y, role: "IEN", academyCode: RENNES, themeId: THEME });
  for (const actor of everybody.filter((one) => one !== dasen)) {
    expect(codesOf(await it.agrees(actor, group.id, "35"))).toEqual(["FORBIDDEN"]);
  }
  expect(gapsOf((await it.agrees(dasen, group.id, "35", false, "Postes non pourvus")).academicGroup)).toEqual([
    "DASEN_REFUSED R42",
  ]);
  const { academicGroup } = await it.agrees(dasen, group.id, "35");
  expect(academicGroup.compositionCheck).toEqual({ complete: true, gaps: [] });
  expect(academicGroup.dasenAgreements).toMatchObject([{ departement: "35", granted: true }]);
  expect(
    (await it.said())
      .map(({ type }) => type.split(".").at(-1))
      .filter((type) => type?.includes("Group") || type?.includes("Dasen")),
  ).toEqual(
    [
      "NationalGroupOpened",
      "AcademicGroupOpened",
      "NationalGroupChanged",
      "AcademicGroupChanged",
      "NationalGroupChanged",
      "AcademicGroupChanged",
      "DasenAgreementGiven",
      "AcademicGroupChanged",
      "DasenAgreementGiven",
      "AcademicGroupCompleted",
    ].filter((type, index) => !(type === "NationalGroupChanged" && index === 4)),
  );
});

test("R42: no agreement is asked where nobody teaches in the first degree", async () => {
  await it.themeIsAgreed();
  const [a = "", b = "", c = ""] = await it.knowsSome(3);
  await it.projectOpens({ members: [teacher(a), teacher(b), teacher(c)] });
  const { id: groupId } = await it.groupOf();
  expect(codesOf(await it.agrees(dasen, groupId, "35"))).toEqual(["NO_AGREEMENT_NEEDED R42"]);
});

test("R24: replacing the référent changes both groups at once", async () => {
  await it.themeIsAgreed();
  const [referentId = "", next = "", a = "", b = "", c = ""] = await it.knowsSome(5);
  await it.projectOpens({ referentId, members: [teacher(a), teacher(b), teacher(c)] });
  const seatOf = async () => [
    (await it.groupOf()).referent?.id,
    (await it.nationalGroupOf()).seats.find(({ role }: { role: string }) => role === "REFERENT")?.person.id,
  ];
  expect(await seatOf()).toEqual([referentId, referentId]);
  const input = { personId: next, role: "REFERENT", academyCode: RENNES, themeId: THEME, startsOn: "2019-09-16" };
  expect(codesOf(await it.appoints(paul, input))).toEqual(["SECOND_REFERENT R23"]);
  const held = await it.db.mandate.findFirstOrThrow({ where: { personId: referentId, role: "REFERENT" } });
  await it.ends(paul, held.id, "2019-09-15");
  expect(await seatOf()).toEqual([undefined, undefined]);
  expect(gapsOf(await it.nationalGroupOf())).toContain("ACADEMY_WITHOUT_REFERENT R23");
  expect((await it.appoints(paul, input)).errors).toEqual([]);
  expect(await seatOf()).toEqual([next, next]);
});

test("R22, R25: the programme office seats the inspecteur général and a pair of experts, never a third", async () => {
  await it.themeIsAgreed();
  const [i = "", x = "", y = "", z = ""] = await it.knowsSome(4);
  expect(gapsOf(await it.nationalGroupOf())).toEqual(["NO_INSPECTOR_GENERAL R22", "NO_EXPERT R25"]);
  await it.appoints(programme, { personId: i, role: "INSPECTOR_GENERAL", themeId: THEME });
  await it.appoints(programme, { personId: x, role: "EXPERT", themeId: THEME });
  await it.appoints(programme, { personId: y, role: "EXPERT", themeId: THEME });
  expect((await it.nationalGroupOf()).compositionCheck.complete).toBe(true);
  expect(codesOf(await it.appoints(programme, { personId: z, role: "EXPERT", themeId: THEME }))).toEqual([
    "THIRD_EXPERT R25",
  ]);
  expect(codesOf(await it.appoints(programme, { personId: z, role: "INSPECTOR_GENERAL", themeId: THEME }))).toEqual([
    "SECOND_INSPECTOR_GENERAL R22",
  ]);
});

test("R38, R39: référent, pilot and DAN find each other; R27: a team's members are in the national group", async () => {
  await it.themeIsAgreed();
  const [referentId = "", pilotId = "", dan = "", a = ""] = await it.knowsSome(4);
  await it.appoints(admin, { personId: dan, role: "DAN", academyCode: RENNES });
  await it.projectOpens({ referentId, pilotId, members: [teacher(a)] });
  const viewer = async (personId: string) =>
    (
      await it.query(
        { ...someone, personId },
        `{ viewer { academicGroups { pilot { id } referent { id } academy { dan { id } } project { id } } nationalGroups { theme { id } } mandates { role } } }`,
      )
    ).viewer;
  const group = {
    pilot: { id: pilotId },
    referent: { id: referentId },
    academy: { dan: { id: dan } },
    project: { id: PROJECT },
  };
  for (const personId of [referentId, pilotId, a]) {
    expect(await viewer(personId)).toMatchObject({
      academicGroups: [group],
      nationalGroups: [{ theme: { id: THEME } }],
    });
  }
  expect((await it.query(visitor, "{ viewer { id } }")).viewer).toBeNull();
});

test("R32, R34, R40, R42: an application is advised by the same rules as its group", async () => {
  const advice = async (application: object) =>
    (
      await it.query(
        claire,
        "query($r: [_Any!]!) { _entities(representations: $r) { ... on Application { compositionCheck { complete gaps { code requirement } } } } }",
        { r: [{ __typename: "Application", id: id(50), ...application }] },
      )
    )._entities[0];
  const members = [teacher(id(51)), teacher(id(52))];
  expect(gapsOf(await advice({ referent: null, pilot: null, cardie: null, members }))).toEqual([
    "NO_REFERENT R34",
    "TOO_FEW_TEACHERS R32",
    "NO_PILOT R31",
    "NO_CARDIE R40",
  ]);
  const full = { referent: { id: id(51) }, pilot: { id: id(53) }, cardie: { id: id(54) } };
  expect((await advice({ ...full, members: [...members, teacher(id(55))] })).compositionCheck).toEqual({
    complete: true,
    gaps: [],
  });
  expect(gapsOf(await advice({ ...full, members: [...members, teacher(id(55), { degree: "FIRST" })] }))).toEqual([
    "NO_IEN R41",
    "NO_DASEN_AGREEMENT R42",
  ]);
});

test("statements do not grow with the list", async () => {
  await it.themeIsAgreed();
  const ids = await it.knowsSome(12);
  const opens = async (n: number, members: string[]) =>
    it.projectOpens({
      projectId: id(700 + n),
      academyCode: ["14", "24", "25"][n] ?? "14",
      members: members.map((one) => teacher(one, { departement: undefined })),
    });
  const ask = () =>
    it.query(
      someone,
      `query($r: [_Any!]!) { persons(first: 100) { nodes { academy { dan { id } } mandates(all: true) { person { id } academy { code } } } }
        _entities(representations: $r) { ... on Theme { nationalGroup { seats { person { id } }
          diversity { academies } academicGroups { seats { person { id } mandate { id } academy { code } } pilot { id } dasenAgreements { by { id } } } } } } }`,
      { r: [{ __typename: "Theme", id: THEME }] },
    );
  await opens(0, ids.slice(0, 2));
  await ask();
  const few = await it.countingStatements(ask);
  await opens(1, ids.slice(2, 7));
  await opens(2, ids.slice(7));
  expect(await it.countingStatements(ask)).toBe(few);
});
