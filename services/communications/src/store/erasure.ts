import type { EventRegistry } from "@trame/kit/consumer";
import { forgetKey, forgetWords } from "@trame/kit/forget";
import { appendEvents } from "@trame/kit/outbox";
import { dataErased, wordsOf } from "@trame/proto-schemas/erasures";
import type { PersonState } from "@trame/proto-schemas/people/v1/state_pb";
import { publicationsEvents, topics } from "@trame/proto-schemas/topics";
import type { Tx } from "../database.ts";

/** Forgets the words of an erased person wherever they were written here, and says so. */
export async function erasePerson(tx: Tx, person: PersonState, at: Date, messages: EventRegistry): Promise<void> {
  const { id: personId, erasureId, keepsAuthorship } = person;
  // What was published under the name stays so when its author keeps the authorship; a namesake's work always does.
  const works = keepsAuthorship ? [] : await tx.publication.findMany({ where: { authorIds: { has: personId } } });
  const ids = works.map(({ id }) => id);
  const places = await forgetWords(tx, {
    words: wordsOf(person),
    by: "personne effacée",
    messages,
    spare: ["person"],
    within: {
      publication: { column: "id", values: ids },
      publication_log: { column: "publicationId", values: ids },
    },
    spareMessages: publicationsEvents,
  });
  for (const id of ids) await forgetKey(tx, topics.publications, id);
  await appendEvents(tx, [
    dataErased(topics.communications, at, { erasureId, personId, service: "communications", places }),
  ]);
}
