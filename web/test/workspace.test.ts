import { participationFilter } from "../src/features/people/participation.ts";
import { dayOf, periodOf, proposedDates } from "../src/features/people/period.ts";
import { applicationList } from "../src/features/projects/applicationList.tsx";
import { byUrgency, mergeTasks, missingParts, timeLeft } from "../src/routes/espace/home/tasks.ts";
import { navigationFor } from "../src/routes/espace/navigation.ts";
import { navigationItems } from "../src/ui/navigation.ts";

const task = (id: string, dueAt: string | null) => ({ id, title: id, href: "/espace", dueAt });

describe("what is expected of a person", () => {
  it("puts the nearest deadline first, and those without one after", () => {
    const projects = [task("later", "2020-06-12T16:00:00Z"), task("whenever", null)];
    const meetings = [task("sooner", "2020-05-20T10:00:00Z")];
    expect(mergeTasks([projects, null, meetings]).map(({ id }) => id)).toEqual(["sooner", "later", "whenever"]);
  });

  it("groups by urgency, what is late first, and leaves out empty groups", () => {
    const tasks = [task("late", "2020-05-17T10:00:00Z"), task("soon", "2020-05-20T10:00:00Z"), task("whenever", null)];
    const groups = byUrgency(tasks, "2020-05-18T07:12:00Z");
    expect(groups.map(({ urgency, tasks }) => [urgency, ...tasks.map(({ id }) => id)])).toEqual([
      ["overdue", "late"],
      ["week", "soon"],
      ["undated", "whenever"],
    ]);
  });

  it("counts days, and hours on the last day", () => {
    const now = "2020-05-18T07:12:00Z";
    expect(timeLeft(now, "2020-05-29T10:00:00Z")).toBe("dans 11 jours");
    expect(timeLeft(now, "2020-05-18T16:30:00Z")).toBe("il reste 9 h 18");
    expect(timeLeft(now, "2020-05-18T07:40:00Z")).toBe("il reste 28 min");
    expect(timeLeft(now, "2020-05-16T10:00:00Z")).toBe("échéance passée il y a 2 jours");
  });

  it("says in one line what could not be read", () => {
    expect(
      missingParts([
        ["réunions", true],
        ["scénarios", false],
        ["lettres", true],
      ]),
    ).toBe("réunions et lettres");
  });
});

describe("the dates proposed for a mandate", () => {
  const schoolYears = [
    { rank: 2, startsOn: "2020-09-01", endsOn: "2021-07-06" },
    { rank: 1, startsOn: "2019-09-01", endsOn: "2020-07-04" },
  ];

  it("are those of the project's period (R46)", () => {
    expect(periodOf({ schoolYears }, 1)).toEqual({ startsOn: "2019-09-01", endsOn: "2020-07-04" });
    expect(periodOf({ schoolYears }, 2)?.endsOn).toBe("2021-07-06");
    expect(periodOf(null, 1)).toBeNull();
  });

  it("begin today when the period is running", () => {
    const period = { startsOn: "2019-09-01", endsOn: "2020-07-04" };
    expect(proposedDates(period, "2020-05-18").startsOn).toBe("2020-05-18");
    expect(proposedDates(period, "2019-06-01").startsOn).toBe("2019-09-01");
    expect(proposedDates(null, "2020-05-18")).toEqual({ startsOn: "2020-05-18", endsOn: "" });
  });

  it("know the day in Paris", () => {
    expect(dayOf("2020-05-18T22:30:00Z")).toBe("2020-05-19");
  });
});

describe("lists in the address", () => {
  it("count both kinds of retained applications under « Retenue »", () => {
    const { filter } = applicationList.variables({ etat: "RETAINED", academie: "14" }, undefined);
    expect(filter).toMatchObject({ academyCode: "14", states: ["RETAINED", "RETAINED_CONDITIONALLY"] });
    expect(applicationList.variables({ etat: "INCONNU" }, undefined).filter.states).toBeUndefined();
  });

  it("pass over a month that is not one", () => {
    expect(participationFilter({ de: "2019-09", a: "juin" })).toMatchObject({
      fromMonth: "2019-09",
      toMonth: undefined,
    });
  });

  it("show an area to those whose role opens it", () => {
    const shown = (...roles: Parameters<typeof navigationFor>[0]) =>
      navigationFor(roles).flatMap((entry) => ("links" in entry ? entry.links : [entry]).map(({ to }) => to));
    expect(shown("TEACHER")).not.toContain("/espace/campagnes");
    expect(shown("PROGRAMME")).toContain("/espace/campagnes");
    expect(shown("ANALYST")).toContain("/espace/participation");
  });

  it("put the areas of one activity in a menu, and an area that is alone in the line itself", () => {
    const line = (...roles: Parameters<typeof navigationFor>[0]) => navigationFor(roles).map(({ text }) => text);
    expect(line("PROGRAMME", "ADMIN")).toEqual(expect.arrayContaining(["Projets", "Versements", "Administration"]));
    expect(line("TEACHER")).toEqual(["Mon espace", "Thèmes", "Scénarios", "Réunions", "Mes versements", "Annuaire"]);
  });

  it("mark the menu that holds the address, and the area in it", () => {
    const items = navigationItems(navigationFor(["PROGRAMME"]), "/espace/candidatures/1");
    const projects = items.find(({ text }) => text === "Projets");
    expect(items.filter(({ isActive }) => isActive)).toEqual([projects]);
    expect(projects?.menuLinks?.filter(({ isActive }) => isActive).map(({ text }) => text)).toEqual(["Candidatures"]);
  });
});
