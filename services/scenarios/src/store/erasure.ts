import type { EventRegistry } from "@trame/kit/consumer";
import { forgetWords } from "@trame/kit/forget";
import { appendEvents } from "@trame/kit/outbox";
import { dataErased, wordsOf } from "@trame/proto-schemas/erasures";
import type { PersonState } from "@trame/proto-schemas/people/v1/state_pb";
import { topics } from "@trame/proto-schemas/topics";
import type { Tx } from "../database.ts";
import { followText } from "./follow.ts";
import { toScenario } from "./scenarios.ts";
import { settle } from "./settle.ts";

/** Forgets the words of an erased person wherever they were written here, and says so. */
export async function erasePerson(tx: Tx, person: PersonState, at: Date, messages: EventRegistry): Promise<void> {
  await settleAll(tx, at);
  await tx.savedSearch.deleteMany({ where: { personId: person.id } });
  const places = await forgetWords(tx, { words: wordsOf(person), by: "personne effacée", messages, spare: ["person"] });
  await followAll(tx);
  const { id: personId, erasureId } = person;
  await appendEvents(tx, [dataErased(topics.scenarios, at, { erasureId, personId, service: "scenarios", places })]);
}

/** What is being written is text like any other. */
async function settleAll(tx: Tx, at: Date): Promise<void> {
  const written = await tx.liveUpdate.findMany({ distinct: ["scenarioId"], select: { scenarioId: true } });
  for (const { scenarioId } of written) await settle(tx, scenarioId, at);
}

const AT_ONCE = 200;

/** Documents are bytes, in which words cannot be looked for: each is made to say what its scenario says now. */
async function followAll(tx: Tx): Promise<void> {
  for (let after = ""; ; ) {
    const documents = await tx.liveDocument.findMany({
      where: { scenarioId: { gt: after } },
      orderBy: { scenarioId: "asc" },
      select: { scenarioId: true },
      take: AT_ONCE,
    });
    const ids = documents.map(({ scenarioId }) => scenarioId);
    for (const row of await tx.scenario.findMany({ where: { id: { in: ids } } })) await followText(tx, toScenario(row));
    if (documents.length < AT_ONCE) return;
    after = ids.at(-1) ?? "";
  }
}
