import { type Actor, ANONYMOUS, type MandateClaim } from "@trame/kit/actor";
import type { Scope } from "@trame/kit/rights";
import { policy as communications } from "../../services/communications/src/policy.ts";
import { policy as meetings } from "../../services/meetings/src/policy.ts";
import { policy as people } from "../../services/people/src/policy.ts";
import { policy as projects } from "../../services/projects/src/policy.ts";
import { policy as scenarios } from "../../services/scenarios/src/policy.ts";
import { type Act, acts, type Who } from "./statement.ts";

interface Policy {
  table: Record<string, unknown>;
  may(actor: Actor, action: string, scope: Scope): boolean;
}

const policies = { projects, people, scenarios, meetings, communications } as unknown as Record<Act["service"], Policy>;

const ROLES = [
  "ADMIN",
  "PROGRAMME",
  "INSPECTOR_GENERAL",
  "EXPERT",
  "PILOT",
  "REFERENT",
  "TEACHER",
  "DAN",
  "CARDIE",
  "IEN",
  "DASEN",
  "IAN",
  "EDITOR",
  "ANALYST",
];

/** Where the act takes place: Normandie, so that a mandate in Caen holds there too. */
const SCOPE: Scope = {
  academyCodes: ["70", "05", "21"],
  themeId: "theme",
  disciplineCodes: ["svt"],
  departement: "14",
};

type Place = { academy: boolean; theme: boolean; discipline: boolean; departement: boolean };

/** Every way in which a mandate may lie inside or outside the place. */
const places: Place[] = Array.from({ length: 16 }, (_, n) => ({
  academy: Boolean(n & 1),
  theme: Boolean(n & 2),
  discipline: Boolean(n & 4),
  departement: Boolean(n & 8),
}));

const mandate = (role: string, { academy, theme, discipline, departement }: Place): MandateClaim => ({
  role,
  academyCode: academy ? "05" : "24",
  themeId: theme ? "theme" : "another theme",
  disciplineCode: discipline ? "svt" : "lettres",
  departement: departement ? "14" : "59",
});

const holding = (...mandates: MandateClaim[]): Actor => ({
  kind: "person",
  personId: "p",
  name: "p",
  mandates,
  scopes: [],
});

const states = (who: Who[], role: string, place: Place) =>
  who.some(([named, ...scope]) => named === role && scope.every((dimension) => place[dimension]));

const cases = acts.flatMap(({ says, service, actions, who }) =>
  actions.map((action) => ({ says, service, action, who })),
);

test.each(cases)("$service.$action: $says", ({ service, action, who }) => {
  const policy = policies[service];
  expect(Object.keys(policy.table)).toContain(action);
  const wrong = ROLES.flatMap((role) =>
    places.flatMap((place) => {
      const may = policy.may(holding(mandate(role, place)), action, SCOPE);
      return may === states(who, role, place) ? [] : [{ role, place, may }];
    }),
  );
  expect(wrong).toEqual([]);
});

const everything = Object.entries(policies).flatMap(([service, { table }]) =>
  Object.keys(table).map((action) => [service as Act["service"], action] as const),
);

test.each(everything)("%s.%s: nobody may it without a mandate, nor by one of an unknown role", (service, action) => {
  const outsiders = [ANONYMOUS, holding(), holding({ role: "INCONNU", academyCode: "05", themeId: "theme" })];
  expect(outsiders.map((actor) => policies[service].may(actor, action, SCOPE))).toEqual([false, false, false]);
});

/** Accounts, vocabularies and operations; nothing that the programme decides. */
test("the administration takes no decision of the programme", () => {
  const admin = holding(mandate("ADMIN", { academy: true, theme: true, discipline: true, departement: true }));
  const decisions = cases.filter(({ who }) => !who.some(([role]) => role === "ADMIN"));
  expect(decisions.filter(({ service, action }) => policies[service].may(admin, action, SCOPE))).toEqual([]);
  for (const service of ["projects", "scenarios", "meetings"] as const) {
    const may = Object.keys(policies[service].table).filter((action) => policies[service].may(admin, action, SCOPE));
    expect(may).toEqual([]);
  }
});
