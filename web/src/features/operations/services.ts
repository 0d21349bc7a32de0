import { t } from "@lingui/core/macro";
import { data as respond } from "react-router";

export const SERVICES = ["projects", "people", "scenarios", "meetings", "communications"] as const;
export type ServiceName = (typeof SERVICES)[number];

export const serviceLabels: Record<ServiceName, string> = {
  projects: t`Projets`,
  people: t`Personnes`,
  scenarios: t`Scénarios`,
  meetings: t`Réunions`,
  communications: t`Communication`,
};

/** The service that the address names; there is no page for another word. */
export function demandService(text: string | undefined): ServiceName {
  const service = SERVICES.find((name) => name === text);
  if (!service) throw respond(null, { status: 404 });
  return service;
}

export const headOf = (text: string | undefined): string => t`Exploitation : ${serviceLabels[demandService(text)]}`;

/** Each service has root fields of its own: the variables by which a document asks only one of them. */
export const only = (service: ServiceName): Record<ServiceName, boolean> =>
  Object.fromEntries(SERVICES.map((name) => [name, name === service])) as Record<ServiceName, boolean>;

/** What the one service that was asked has answered. */
export const answerOf = <T>(answers: readonly (T | null | undefined)[]): T | null =>
  answers.find((answer) => answer != null) ?? null;
