import type { Running } from "@trame/kit/event-log";
import { startLoop } from "@trame/kit/loop";
import type { ServiceBase } from "@trame/kit/service";
import type { Db } from "../database.ts";
import { keepExportSize, unweighed } from "../store/exports.ts";
import { toScenario } from "../store/scenarios.ts";
import { exported } from "./formats.ts";

/** A few at a time: nobody waits for them. */
const MOST = 8;
const EVERY_MS = 5_000;

/** Weighs what was published, so that its page tells what a download takes. Two replicas find the same. */
export const startWeighing = ({ db, origin, logger }: ServiceBase<Db>): Running =>
  startLoop({ pollMs: EVERY_MS, logger, work: () => weighSome(db, origin) });

export async function weighSome(db: Db, origin: string, most = MOST): Promise<void> {
  for (const { scenarioId, format } of await unweighed(db, most)) {
    const row = await db.scenario.findUnique({ where: { id: scenarioId } });
    let size = 0;
    if (row) for await (const part of exported(db, toScenario(row), { format, origin })) size += part.length;
    await keepExportSize(db, { scenarioId, format, size });
  }
}
