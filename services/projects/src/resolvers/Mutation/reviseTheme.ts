import type { ThemeText } from "../../domain/theme.ts";
import type { MutationResolvers } from "../../gen/schema.ts";
import * as store from "../../store/themework.ts";
import { onTheme } from "../commands.ts";

/** A field that is absent stays. */
export const reviseTheme: MutationResolvers["reviseTheme"] = (_, { input }, ctx) =>
  onTheme(ctx, "reviseTheme", input, (tx, command) => {
    const { themeId, expectedVersion: _version, idempotencyKey: _key, ...text } = input;
    const given = Object.entries(text).filter(([, value]) => value !== undefined && value !== null);
    return store.reviseTheme(tx, command, themeId, Object.fromEntries(given) as Partial<ThemeText>);
  });
