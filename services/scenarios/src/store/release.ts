import type { Command } from "@trame/kit/aggregate";
import type { Tx } from "../database.ts";
import * as rules from "../domain/release.ts";
import type { EdubaseIndexing, Review } from "../domain/scenario.ts";
import { policy } from "../policy.ts";
import { participating } from "./place.ts";
import { scenarios } from "./scenarios.ts";
import { withLiveText } from "./settle.ts";
import { me, place, publicationOf } from "./writing.ts";

export async function proposeScenario(tx: Tx, command: Command, id: string): Promise<string> {
  const { scope } = await place(tx, id);
  await scenarios.change(tx, await withLiveText(tx, command, id), id, (scenario) => {
    policy.demand(command.by, "proposeScenario", scope);
    return rules.proposeScenario(scenario);
  });
  return id;
}

export interface Opinion extends Pick<Review, "outcome" | "comment"> {
  acceptAddressReason: string | null;
}

export async function reviewScenario(
  tx: Tx,
  command: Command,
  id: string,
  { acceptAddressReason, ...opinion }: Opinion,
): Promise<string> {
  const { scope } = await place(tx, id);
  await scenarios.change(tx, command, id, (scenario) => {
    policy.demand(command.by, "reviewScenario", scope);
    const review = { ...opinion, reviewerId: me(command), at: command.at };
    return rules.reviewScenario(scenario, review, acceptAddressReason);
  });
  return id;
}

/** The academy publishes: docs/decisions/0006. */
export async function publishScenario(tx: Tx, command: Command, id: string): Promise<string> {
  const { scope, row } = await place(tx, id);
  const publication = await publicationOf(tx, command, row.authors);
  await scenarios.change(tx, command, id, (scenario) => {
    policy.demand(command.by, "publishScenario", scope);
    return rules.publishScenario(scenario, publication);
  });
  return id;
}

export async function withdrawScenario(tx: Tx, command: Command, id: string, reason: string): Promise<string> {
  const { scope } = await place(tx, id);
  await scenarios.change(tx, { ...command, reason }, id, (scenario) => {
    policy.demand(command.by, "withdrawScenario", scope);
    return rules.withdrawScenario(scenario, reason, command.at);
  });
  return id;
}

/** The academy of the person's mandate is the one that indexes (R11). */
export async function indexScenario(
  tx: Tx,
  command: Command,
  id: string,
  record: Pick<EdubaseIndexing, "state" | "number" | "url">,
): Promise<string> {
  const { row, academies } = await place(tx, id);
  const scope = participating(row, academies);
  await scenarios.change(tx, command, id, (scenario) => {
    policy.demand(command.by, "indexScenario", scope);
    const mandate = command.by.mandates.find((one) =>
      policy.may({ ...command.by, mandates: [one] }, "indexScenario", scope),
    );
    const academyCode = mandate?.academyCode ?? scenario.academyCode;
    return rules.indexScenario(scenario, { ...record, academyCode, byId: command.by.personId ?? null, at: command.at });
  });
  return id;
}
