import type { CalendarAddressResolvers } from "../gen/schema.ts";

export const CalendarAddress: CalendarAddressResolvers = {
  theme: ({ scope, scopeId }) => (scope === "THEME" ? { id: scopeId } : null),
  project: ({ scope, scopeId }) => (scope === "PROJECT" ? { id: scopeId } : null),
  url: ({ token }, _, { origin }) => `${origin}/calendars/${token}.ics`,
};
