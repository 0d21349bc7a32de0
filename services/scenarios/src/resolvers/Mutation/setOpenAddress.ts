import { answer } from "@trame/kit/answer";
import type { Context } from "../../context.ts";
import { judgeVisit, type OpenAddress } from "../../domain/address.ts";
import type { MutationResolvers } from "../../gen/schema.ts";
import { policy } from "../../policy.ts";
import { participating, scopeOf } from "../../store/place.ts";
import * as store from "../../store/writing.ts";

export const setOpenAddress: MutationResolvers["setOpenAddress"] = async (_, { input }, ctx) => {
  const address = await look(ctx, input.scenarioId, input.url.trim());
  return answer(
    ctx,
    { operation: "setOpenAddress", input, as: "scenario", load: (id) => ctx.load.scenario.clear(id).load(id) },
    (tx, command) => store.setOpenAddress(tx, command, input.scenarioId, address),
  );
};

/** Before and outside the transaction; only for who may set the address, or this server would fetch for anyone. */
async function look(ctx: Context, scenarioId: string, url: string): Promise<OpenAddress> {
  const unseen: OpenAddress = { url, result: "REFUSED", detail: "", checkedAt: ctx.at, acceptedReason: null };
  const scenario = await ctx.load.scenario.load(scenarioId);
  if (!scenario) return unseen;
  const academies = await ctx.load.academies();
  if (!policy.may(ctx.actor, "setOpenAddress", scopeOf(scenario, academies))) return unseen;
  const codes = participating(scenario, academies).academyCodes ?? [];
  const sites = academies.filter(({ code }) => codes.includes(code)).flatMap((academy) => academy.sites);
  return judgeVisit(url, await ctx.visit(url), { sites, standIn: ctx.standIn }, ctx.at);
}
