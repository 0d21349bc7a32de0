import type { EventRegistry } from "@trame/kit/consumer";
import { forgetWords } from "@trame/kit/forget";
import { appendEvents } from "@trame/kit/outbox";
import { dataErased, wordsOf } from "@trame/proto-schemas/erasures";
import type { PersonState } from "@trame/proto-schemas/people/v1/state_pb";
import { topics } from "@trame/proto-schemas/topics";
import type { Tx } from "../database.ts";

/** Forgets the words of an erased person wherever they were written here, and says so. */
export async function erasePerson(tx: Tx, person: PersonState, at: Date, messages: EventRegistry): Promise<void> {
  const places = await forgetWords(tx, { words: wordsOf(person), by: "personne effacée", messages, spare: ["person"] });
  const { id: personId, erasureId } = person;
  await tx.calendarAddress.deleteMany({ where: { personId } });
  await tx.checkInTry.deleteMany({ where: { personId } });
  await appendEvents(tx, [dataErased(topics.meetings, at, { erasureId, personId, service: "meetings", places })]);
}
