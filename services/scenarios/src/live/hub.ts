import type { Connection, Document, Hocuspocus } from "@hocuspocus/server";
import type { ServiceBase } from "@trame/kit/service";
import { transact } from "@trame/kit/transact";
import type { Db } from "../database.ts";
import { settle } from "../store/settle.ts";
import type { Connected, Message } from "./context.ts";

/** The documents that this process has open, and what it knows of each. */
export interface Hub extends Pick<ServiceBase<Db>, "db" | "clock" | "logger"> {
  /** This process, among those that share the database. */
  me: string;
  open: Hocuspocus<Connected>;
  /** The last update that is in the document here. */
  seen: Map<string, bigint>;
  /** The version of the scenario that its writers were told. */
  told: Map<string, number>;
  /** What is written from now on waits for another process. */
  ending: boolean;
}

/** An update that came from the database, and is there already. */
export const FROM_DATABASE = { source: "local", skipStoreHooks: true } as const;

export const tell = (document: Document, message: Message) => document.broadcastStateless(JSON.stringify(message));

/** What was written live becomes the scenario's text. */
export async function settleNow({ db, clock, logger, ending }: Hub, scenarioId: string): Promise<void> {
  if (ending) return;
  try {
    await transact(db, (tx) => settle(tx, scenarioId, clock.now()), { maxWait: 10_000, timeout: 20_000 });
  } catch (error) {
    // What was written is kept: it will be taken at the next turn.
    logger.error({ err: error, scenarioId }, "live text not taken into the scenario");
  }
}

export const connectedOf = (connection: Connection): Connected => connection.context as Connected;

/** Says why, and ends it. */
export function turnAway(connection: Connection, closed: string): void {
  connection.sendStateless(JSON.stringify({ closed } satisfies Message));
  connection.close({ code: 4403, reason: closed });
  connectedOf(connection).socket.close(4403, closed);
}
