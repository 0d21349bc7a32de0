/** Minutes as ISO 8601 has them: 150 is PT2H30M. */
export function durationOf(minutes: number): string {
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  return `PT${hours ? `${hours}H` : ""}${rest || !hours ? `${rest}M` : ""}`;
}

/** Minutes of an ISO 8601 duration below a month; null when it is none. */
export function minutesOf(duration: string): number | null {
  const found = /^P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)(?:\.\d+)?S)?)?$/.exec(duration);
  if (!found || /^PT?$/.test(duration)) return null;
  const [days, hours, minutes, seconds] = found.slice(1).map((part) => Number(part ?? 0));
  return (days ?? 0) * 1440 + (hours ?? 0) * 60 + (minutes ?? 0) + Math.round((seconds ?? 0) / 60);
}

/** vCard 3.0 (RFC 2426): a name is published as it is shown, in one piece. */
export const personCard = (name: string, organisation: string): string =>
  card([`FN:${value(name)}`, `N:${value(name)};;;;`, ...(organisation ? [`ORG:${value(organisation)}`] : [])]);

export const organisationCard = (name: string): string =>
  card([`FN:${value(name)}`, `N:${value(name)};;;;`, `ORG:${value(name)}`]);

const card = (lines: string[]): string => ["BEGIN:VCARD", "VERSION:3.0", ...lines, "END:VCARD"].join("\n");

const value = (text: string): string => text.replaceAll("\\", "\\\\").replace(/\r?\n/g, "\\n").replace(/[,;]/g, "\\$&");
