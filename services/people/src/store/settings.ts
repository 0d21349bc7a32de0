import type { Tx } from "../database.ts";
import { INVITATION_DAYS } from "../domain/invitation.ts";
import { RETENTION_NOTICE_DAYS, RETENTION_YEARS } from "../domain/retention.ts";

export interface Settings {
  version: number;
  /** After the last mandate of a person ended. */
  retentionYears: number;
  retentionNoticeDays: number;
  invitationDays: number;
}

const USUAL: Settings = {
  version: 0,
  retentionYears: RETENTION_YEARS,
  retentionNoticeDays: RETENTION_NOTICE_DAYS,
  invitationDays: INVITATION_DAYS,
};

/** What the administration set, or the usual. */
export async function settingsOf(tx: Tx): Promise<Settings> {
  const row = await tx.settings.findUnique({ where: { id: 1 } });
  if (!row) return USUAL;
  const { id: _id, ...settings } = row;
  return settings;
}
