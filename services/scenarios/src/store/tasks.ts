import type { Actor } from "@trame/kit/actor";
import { type Task, task } from "@trame/kit/task";
import type { Db } from "../database.ts";
import { publicationGaps } from "../domain/publication.ts";
import type { Scenario } from "../domain/scenario.ts";
import { isAuthor } from "../domain/writing.ts";
import { policy } from "../policy.ts";
import { ofGroups } from "./access.ts";
import { type Academies, participating, scopeOf } from "./place.ts";
import { type ScenarioRow, toScenario } from "./scenarios.ts";

const MOST = 100;

/** What the scenarios expect of a person, as an author or by his or her mandates. */
export async function tasksOf(db: Db, actor: Actor, academies: Academies): Promise<Task[]> {
  const rows = await db.$queryRaw<ScenarioRow[]>`
    select s.* from scenario s
     where ${ofGroups(actor, academies)}
       and (s.state in ('DRAFT', 'IN_REVIEW', 'REVIEWED') or (s.state = 'PUBLISHED' and s."edubaseState" <> 'INDEXED'))
     order by s."listedAt", s.id limit ${MOST}`;
  return rows.map(toScenario).flatMap((scenario) => taskOf(scenario, actor, academies) ?? []);
}

function taskOf(scenario: Scenario, actor: Actor, academies: Academies): Task | null {
  const scope = scopeOf(scenario, academies);
  const author = isAuthor(scenario, actor.personId);
  switch (scenario.state) {
    case "DRAFT": {
      if (author) return ofScenario("complete", "Compléter le scénario", scenario, gapsOf(scenario));
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
      const indexer = policy.may(actor, "indexScenario", participating(scenario, academies));
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
