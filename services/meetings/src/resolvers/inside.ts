import { refuse } from "@trame/kit/refusal";
import type { Context } from "../context.ts";
import type { DocumentKind } from "../domain/documents.ts";
import type { Meeting } from "../domain/meeting.ts";
import { refusals } from "../errors.ts";
import { policy } from "../policy.ts";
import { mayReadInside, scopeOf } from "../store/access.ts";
import { leading } from "../store/sittings.ts";

/** What only the group and the persons convened read: an empty list would be a lie. */
export async function inside<T>(meeting: Meeting, { actor, load }: Context, read: () => T | Promise<T>): Promise<T> {
  if (!mayReadInside(actor, await load.academies(), meeting)) refuse(refusals.groupOnly());
  return read();
}

/** What outsiders need not know, and public pages may still ask for: null to them, as the schema says. */
export const toldInside = async (
  meeting: Meeting,
  { actor, load }: Context,
  value: string | null,
): Promise<string | null> => (mayReadInside(actor, await load.academies(), meeting) ? value : null);

/** Whether the person convenes, holds and writes there. */
export const leads = async (meeting: Meeting, { actor, load }: Context): Promise<boolean> =>
  policy.may(actor, leading(meeting), scopeOf(await load.academies(), meeting));

export const documentUrl = ({ id }: Meeting, kind: DocumentKind, { origin }: Context): string =>
  `${origin}/documents/reunions/${id}/${kind}.pdf`;

/** What the whole national group of a theme reads (R36). */
export function demandNationalGroup(themeId: string, { actor }: Context): void {
  if (!policy.may(actor, "readProgress", { themeId })) refuse(refusals.groupOnly());
}

export const person = (id: string | null | undefined) => (id ? { id } : null);
