import { t } from "@lingui/core/macro";

/** What each service is called on the screen. */
export const serviceNames: Record<string, string> = {
  projects: t`Projets`,
  people: t`Personnes`,
  scenarios: t`Scénarios`,
  meetings: t`Réunions`,
  communications: t`Communication`,
};
