const PREFIX = "oai:";

/** The part of `oai:<domain>:<id>` that names this repository; a name with a dot, as OAI identifiers want one. */
export function domainOf(origin: string): string {
  const { hostname } = new URL(origin);
  return /^[a-z][a-z0-9-]*(\.[a-z][a-z0-9-]*)+$/i.test(hostname) ? hostname : "trame.localhost";
}

export const recordIdOf = (origin: string, id: string): string => `${PREFIX}${domainOf(origin)}:${id}`;

/** The scenario that a record's identifier names, when it is one of ours. */
export function scenarioIdOf(origin: string, identifier: string): string | null {
  const ours = `${PREFIX}${domainOf(origin)}:`;
  return identifier.startsWith(ours) ? identifier.slice(ours.length) : null;
}
