import type { Actor } from "@trame/kit/actor";
import { dayIn } from "@trame/kit/day";
import { family } from "@trame/kit/succession";
import { type Task, task } from "@trame/kit/task";
import type { Db } from "../database.ts";
import { publicationGaps } from "../domain/publication.ts";
import type { Scenario } from "../domain/scenario.ts";
import { brokenSince } from "../domain/watch.ts";
import { isAuthor } from "../domain/writing.ts";
import { policy } from "../policy.ts";
import { ofGroups } from "./access.ts";
import { type Academies, participating, scopeOf } from "./place.ts";
import { type ScenarioRow, toScenario } from "./scenarios.ts";

const MOST = 100;

/** What the scenarios expect of a person, as an author or by his or her mandates. */
export async function tasksOf(db: Db, actor: Actor, academies: Academies, at: Date): Promise<Task[]> {
  const rows = await db.$queryRaw<ScenarioRow[]>`
    select s.* from scenario s
     where ${ofGroups(actor, academies)}
       and (s.state in ('DRAFT', 'IN_REVIEW', 'REVIEWED')
            or (s.state = 'PUBLISHED' and (s."edubaseState" <> 'INDEXED' or exists (
                  select from address_watch w where w."scenarioId" = s.id and w.failures > 0))))
     order by s."listedAt", s.id limit ${MOST}`;
  const scenarios = rows.map(toScenario);
  const [left, broken] = await Promise.all([
    leftByAuthors(db, scenarios, academies, at),
    brokenAddresses(db, scenarios),
  ]);
  return scenarios.flatMap(
    (scenario) =>
      repairOf(scenario, actor, academies, broken.get(scenario.id)) ??
      taskOf(scenario, actor, academies, left.has(scenario.id)) ??
      [],
  );
}

/** Drafts whose authors have all left the team: they fall to its référent (R24). */
async function leftByAuthors(db: Db, scenarios: readonly Scenario[], academies: Academies, at: Date) {
  const drafts = scenarios.filter(({ state }) => state === "DRAFT");
  const today = dayIn(at);
  const held = await db.mandate.findMany({
    where: {
      personId: { in: drafts.flatMap(({ authors }) => authors.map(({ personId }) => personId)) },
      startsOn: { lte: today },
      OR: [{ endsOn: null }, { endsOn: { gte: today } }],
    },
  });
  const stays = ({ authors, themeId, academyCodes }: Scenario) => {
    const codes = academyCodes.flatMap((code) => family(academies, code));
    return held.some(
      (mandate) =>
        authors.some(({ personId }) => personId === mandate.personId) &&
        mandate.themeId === themeId &&
        codes.includes(mandate.academyCode ?? ""),
    );
  };
  return new Set(drafts.filter((draft) => !stays(draft)).map(({ id }) => id));
}

/** What visits found of published addresses that do not open any more (R68). */
async function brokenAddresses(db: Db, scenarios: readonly Scenario[]): Promise<Map<string, string>> {
  const published = scenarios.filter(({ state }) => state === "PUBLISHED");
  const watched = await db.addressWatch.findMany({ where: { scenarioId: { in: published.map(({ id }) => id) } } });
  const urls = new Map(published.map(({ id, openAddress }) => [id, openAddress?.url]));
  const broken = watched.filter((watch) => brokenSince(watch) && urls.get(watch.scenarioId) === watch.url);
  return new Map(broken.map(({ scenarioId, detail }) => [scenarioId, detail]));
}

/** Its authors can correct it, and those who give the address. */
function repairOf(scenario: Scenario, actor: Actor, academies: Academies, found: string | undefined): Task | null {
  if (found === undefined) return null;
  const concerned =
    isAuthor(scenario, actor.personId) || policy.may(actor, "setOpenAddress", scopeOf(scenario, academies));
  return concerned ? ofScenario("repair-address", "Rétablir l'adresse ouverte du scénario", scenario, found) : null;
}

function taskOf(scenario: Scenario, actor: Actor, academies: Academies, isLeft: boolean): Task | null {
  const scope = scopeOf(scenario, academies);
  const author = isAuthor(scenario, actor.personId);
  switch (scenario.state) {
    case "DRAFT": {
      // Who left the team stays its author, and is asked for nothing more.
      if (author && policy.may(actor, "writeScenario", participating(scenario, academies)))
        return ofScenario("complete", "Compléter le scénario", scenario, gapsOf(scenario));
      if (isLeft && policy.may(actor, "proposeScenario", scope))
        return ofScenario("take-over", "Reprendre un scénario que ses auteurs ont quitté", scenario, gapsOf(scenario));
      return null;
    }
    case "IN_REVIEW": {
      const reviewer = !author && policy.may(actor, "reviewScenario", scope);
      return reviewer ? ofScenario("review", "Relire le scénario", scenario) : null;
    }
    case "REVIEWED": {
      const publisher = policy.may(actor, "publishScenario", scope);
      return publisher ? ofScenario("publish", "Publier le scénario relu", scenario, gapsOf(scenario)) : null;
    }
    case "PUBLISHED": {
      const indexer =
        scenario.edubase.state !== "INDEXED" && policy.may(actor, "indexScenario", participating(scenario, academies));
      return indexer ? ofScenario("index", "Indexer le scénario dans ÉDU'base", scenario) : null;
    }
    case "WITHDRAWN":
      return null;
  }
}

const ofScenario = (kind: string, title: string, { id, title: scenario }: Scenario, detail = ""): Task =>
  task(kind, id, { title, detail: detail ? `${scenario} : ${detail}` : scenario, href: `/espace/scenarios/${id}` });

function gapsOf(scenario: Scenario): string {
  const missing = publicationGaps(scenario).length;
  return missing === 0 ? "rien ne manque" : `il manque ${missing} élément${missing > 1 ? "s" : ""} pour publier`;
}
