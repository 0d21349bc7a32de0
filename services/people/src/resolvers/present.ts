/** What a foreign key of this service's own database points at is there. */
export function present<T>(found: T | Error | null | undefined): T {
  if (found instanceof Error) throw found;
  if (found === null || found === undefined) throw new Error("a referenced row is missing");
  return found;
}
