import type { Actor, MandateClaim } from "@trame/kit/actor";
import { pick } from "@trame/kit/demo";
import { family } from "@trame/kit/succession";
import type { Db } from "../src/database.ts";

export type Project = Awaited<ReturnType<Db["project"]["findMany"]>>[number];

/** The persons of the demonstration, as the mandates that this service has heard of cast them. */
export async function castOf(db: Db) {
  const [mandates, persons, academies] = await Promise.all([
    db.mandate.findMany({ orderBy: { id: "asc" } }),
    db.person.findMany(),
    db.academy.findMany(),
  ]);
  const personOf = new Map(persons.map((person) => [person.id, person]));

  const actor = (personId: string): Actor => ({
    kind: "person",
    personId,
    name: personId,
    scopes: [],
    mandates: mandates.filter((mandate) => mandate.personId === personId).map(claimOf),
  });
  const holders = (role: string, academyCode: string, fits: (mandate: (typeof mandates)[number]) => boolean) => {
    const codes = family(academies, academyCode);
    const found = mandates.filter(
      (mandate) => mandate.role === role && mandate.academyCode && codes.includes(mandate.academyCode) && fits(mandate),
    );
    return [...new Set(found.map(({ personId }) => personId))];
  };
  const onTheme =
    ({ themeId }: Pick<Project, "themeId">) =>
    (mandate: { themeId: string | null }) =>
      mandate.themeId === themeId;

  const interlocutors = (project: Project, disciplines: readonly string[]) =>
    holders("IAN", project.academyCode, ({ disciplineCode }) => disciplines.includes(disciplineCode ?? ""));

  return {
    actor,
    establishmentOf: (personId: string) => personOf.get(personId)?.establishment ?? null,
    sitesOf: (academyCode: string) =>
      academies.filter(({ code }) => family(academies, academyCode).includes(code)).flatMap(({ sites }) => sites),
    teachers: (project: Project) => holders("TEACHER", project.academyCode, onTheme(project)),
    referent: (project: Project) => holders("REFERENT", project.academyCode, onTheme(project))[0],
    ian: (project: Project, disciplines: readonly string[]) => interlocutors(project, disciplines)[0],
    /** The pilot, else the discipline's IAN; nobody of the team. */
    reviewer(project: Project, disciplines: readonly string[]): string | undefined {
      const team = [...holders("TEACHER", project.academyCode, onTheme(project)), this.referent(project)];
      const pilots = holders("PILOT", project.academyCode, onTheme(project));
      return [...pilots, ...interlocutors(project, disciplines)].find((personId) => !team.includes(personId));
    },
    /** A teacher of the theme in another academy. */
    elsewhere(project: Project, seed: string): string | undefined {
      const home = family(academies, project.academyCode);
      const found = mandates.filter(
        ({ role, themeId, academyCode }) =>
          role === "TEACHER" && themeId === project.themeId && academyCode && !home.includes(academyCode),
      );
      return found.length > 0 ? pick(found, seed, "elsewhere").personId : undefined;
    },
  };
}

export type Cast = Awaited<ReturnType<typeof castOf>>;

const claimOf = (mandate: {
  role: string;
  academyCode: string | null;
  themeId: string | null;
  disciplineCode: string | null;
}): MandateClaim => ({
  role: mandate.role,
  academyCode: mandate.academyCode ?? undefined,
  themeId: mandate.themeId ?? undefined,
  disciplineCode: mandate.disciplineCode ?? undefined,
});
