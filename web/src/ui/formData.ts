/** The text of a field, without the blanks around it. */
export const text = (form: FormData, name: string): string => String(form.get(name) ?? "").trim();

/** The same, or null where it was left empty. */
export const optionalText = (form: FormData, name: string): string | null => text(form, name) || null;

export const numberOf = (form: FormData, name: string): number | null => {
  const value = text(form, name).replace(",", ".");
  return value === "" || Number.isNaN(Number(value)) ? null : Number(value);
};

export const checked = (form: FormData, name: string): boolean => form.get(name) !== null;

export const texts = (form: FormData, name: string): string[] =>
  form
    .getAll(name)
    .map((value) => String(value).trim())
    .filter(Boolean);

/** One item a line. */
export const lines = (form: FormData, name: string): string[] =>
  text(form, name)
    .split("\n")
    .map((line) => line.trim())
    .filter(Boolean);

/** What a `datetime-local` input holds, read as a time in the given zone, as an instant in UTC. */
export function instantIn(local: string, timeZone = "Europe/Paris"): string | null {
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/.test(local)) return null;
  const asUtc = Date.parse(`${local.slice(0, 16)}Z`);
  // The zone's offset at the guess may differ from the one at the answer when a clock change lies between: two steps settle it.
  const guess = asUtc - offsetAt(asUtc, timeZone);
  return new Date(asUtc - offsetAt(guess, timeZone)).toISOString();
}

/** The value of a `datetime-local` input for an instant, in the given zone. */
export function localIn(instant: string, timeZone = "Europe/Paris"): string {
  const at = Date.parse(instant);
  return new Date(at + offsetAt(at, timeZone)).toISOString().slice(0, 16);
}

function offsetAt(at: number, timeZone: string): number {
  const parts = new Intl.DateTimeFormat("en-US", {
    timeZone,
    hourCycle: "h23",
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
    second: "numeric",
  }).formatToParts(at);
  const part = (type: string) => Number(parts.find((found) => found.type === type)?.value);
  const shown = Date.UTC(part("year"), part("month") - 1, part("day"), part("hour"), part("minute"), part("second"));
  return shown - Math.floor(at / 1000) * 1000;
}
