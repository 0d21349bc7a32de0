import { dayIn } from "@trame/kit/day";
import { forbidden, refuse } from "@trame/kit/refusal";
import { family } from "../../domain/academy.ts";
import type { QueryResolvers } from "../../gen/schema.ts";
import { policy } from "../../policy.ts";
import { openCorrections } from "../../store/care.ts";
import { exportPersons } from "../../store/exports.ts";
import { settingsOf } from "../../store/settings.ts";

export const personsSheet: QueryResolvers["personsSheet"] = async (_, { academyCode }, { db, load, actor, at }) => {
  const academies = await load.academies();
  const academyCodes = academyCode ? family([...academies.values()], academyCode) : null;
  return exportPersons(db, actor, academies, { academyCodes, on: dayIn(at) });
};

export const corrections: QueryResolvers["corrections"] = async (_, __, { db, load, actor }) => {
  const academies = [...(await load.academies()).values()];
  const mine = actor.mandates.flatMap(({ academyCode }) => (academyCode ? family(academies, academyCode) : []));
  const codes = mine.filter((code) => policy.may(actor, "answerCorrection", { academyCodes: [code] }));
  const everywhere = policy.may(actor, "answerCorrection");
  if (!everywhere && codes.length === 0) refuse(forbidden());
  return openCorrections(db, everywhere ? null : codes);
};

/** Told to everybody: it is how long they are kept. */
export const terms: QueryResolvers["terms"] = (_, __, { db }) => settingsOf(db);
