import { pageOf } from "@trame/kit/connection";
import { family } from "@trame/kit/succession";
import type { QueryResolvers } from "../../gen/schema.ts";
import { policy } from "../../policy.ts";
import { listPublications } from "../../store/lists.ts";

export const publications: QueryResolvers["publications"] = async (_, { filter, ...args }, { db, load, actor }) => {
  const { kind, themeId, academyCode, disciplineCode, states, relayedBy, notRelayedBy, unrelayed } = filter ?? {};
  if (states?.includes("WITHDRAWN")) policy.demand(actor, "readWithdrawn");
  const academyCodes = academyCode ? family(await load.academies(), academyCode) : undefined;
  const of = { kind, themeId, academyCodes, disciplineCode, relayedBy, notRelayedBy, unrelayed };
  const query = { ...of, states: states ?? ["PUBLISHED"] };
  return listPublications(db, query, pageOf(args));
};

export const channels: QueryResolvers["channels"] = (_, __, { db }) =>
  db.channel.findMany({ orderBy: [{ network: "asc" }, { handle: "asc" }] });
