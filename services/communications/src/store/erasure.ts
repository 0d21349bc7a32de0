import type { EventRegistry } from "@trame/kit/consumer";
import { forgetWords } from "@trame/kit/forget";
import { appendEvents } from "@trame/kit/outbox";
import { dataErased, wordsOf } from "@trame/proto-schemas/erasures";
import type { PersonState } from "@trame/proto-schemas/people/v1/state_pb";
import { publicationsEvents, topics } from "@trame/proto-schemas/topics";
import type { Tx } from "../database.ts";

/** What was published under a name: it stays there when the author keeps the authorship of published works. */
const PUBLISHED = ["publication", "publication_log"];

/** Forgets the words of an erased person wherever they were written here, and says so. */
export async function erasePerson(tx: Tx, person: PersonState, at: Date, messages: EventRegistry): Promise<void> {
  const { id: personId, erasureId, keepsAuthorship } = person;
  const places = await forgetWords(tx, {
    words: wordsOf(person),
    by: "personne effacée",
    messages: { ...messages, ...publicationsEvents },
    ...(keepsAuthorship && { spare: PUBLISHED, spareMessages: publicationsEvents }),
  });
  await appendEvents(tx, [
    dataErased(topics.communications, at, { erasureId, personId, service: "communications", places }),
  ]);
}
