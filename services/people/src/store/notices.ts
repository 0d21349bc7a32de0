import { stableId } from "@trame/kit/id";
import { appendEvents } from "@trame/kit/outbox";
import { notice, settled } from "@trame/proto-schemas/notices";
import { topics } from "@trame/proto-schemas/topics";
import type { Tx } from "../database.ts";
import type { Mandate } from "../domain/mandate.ts";
import { nameOf } from "../domain/role.ts";

/** Where a person reads and answers what concerns his or her mandates. */
const MY_MANDATES = "/espace/mandats";

const invitationId = (mandateId: string) => stableId("mandate-invitation", mandateId);

/** The person is asked, and reminded before the last day to answer. */
export const tellInvited = (tx: Tx, { id, personId, role, designation }: Mandate, at: Date, dueAt: Date) =>
  appendEvents(tx, [
    notice(topics.people, at, {
      id: invitationId(id),
      kind: "MANDATE_INVITATION",
      personIds: [personId],
      title: `Vous êtes invité·e à siéger : ${nameOf[role]}`,
      text: designation ?? "",
      path: MY_MANDATES,
      dueAt,
      about: id,
    }),
  ]);

/** Nobody is reminded any more, and who invited hears the answer. */
export const tellAnswered = (tx: Tx, { id, personId, role, givenById, state }: Mandate, at: Date) =>
  appendEvents(tx, [
    settled(topics.people, at, invitationId(id)),
    ...(givenById
      ? [
          notice(topics.people, at, {
            id: stableId("mandate-answer", id),
            kind: "MANDATE_ANSWER",
            personIds: [givenById],
            title: `Une invitation a reçu sa réponse : ${nameOf[role]}`,
            text: state === "DECLINED" ? "L'invitation est déclinée, ou restée sans réponse." : "Elle est acceptée.",
            path: `/espace/personnes/${personId}`,
            about: id,
          }),
        ]
      : []),
  ]);
