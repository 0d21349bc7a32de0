import type { Actor } from "@trame/kit/actor";
import type { Command } from "@trame/kit/aggregate";
import { newId } from "@trame/kit/id";
import { forbidden, refuse, refuseAll } from "@trame/kit/refusal";
import type { Scope } from "@trame/kit/rights";
import type { Tx } from "../database.ts";
import { type Audience, messageFits } from "../domain/message.ts";
import { policy } from "../policy.ts";
import { toApplication } from "./applications.ts";
import { academySide, pathOf } from "./dossier.ts";
import { issue } from "./notices.ts";
import { placeOf } from "./place.ts";

/** The sides of an application on which the person stands: whose notes he or she reads and writes. */
export const audiencesOf = (actor: Actor, scope: Scope): Audience[] => [
  ...(policy.may(actor, "readAcademyNotes", scope) ? (["ACADEMY"] as const) : []),
  ...(policy.may(actor, "readOfficeNotes", scope) ? (["OFFICE"] as const) : []),
];

/** The thread is between the academy and the office: reviewers read the application, not what is said about it. */
export const readsThread = (actor: Actor, scope: Scope): boolean => audiencesOf(actor, scope).length > 0;

export async function postMessage(
  tx: Tx,
  command: Command,
  applicationId: string,
  { audience, text }: { audience: Audience; text: string },
): Promise<string> {
  const { scope } = await placeOf(tx, applicationId);
  const sides = audiencesOf(command.by, scope);
  if (audience === "EVERYONE" ? sides.length === 0 : !sides.includes(audience)) refuse(forbidden());
  refuseAll(messageFits(text));
  const id = newId();
  const authorId = command.by.personId ?? "";
  await tx.message.create({ data: { id, applicationId, authorId, audience, text, at: command.at } });
  const application = toApplication(await tx.application.findUniqueOrThrow({ where: { id: applicationId } }));
  if (audience !== "EVERYONE") return applicationId;
  const fromOffice = policy.may(command.by, "readOfficeNotes", scope);
  await issue(tx, command.at, {
    id: ["message", id],
    kind: "APPLICATION_MESSAGE",
    ...(fromOffice ? academySide(application) : { audiences: [{ role: "PROGRAMME" }] }),
    title: "Nouveau message sur une candidature",
    text: `« ${application.title} »`,
    path: pathOf(applicationId),
    about: applicationId,
  });
  return applicationId;
}
