import DataLoader from "dataloader";

/** One query for all the keys that a request asks for at once; null for what is not there. */
export const oneByKey = <T, K = string>(load: (keys: readonly K[]) => Promise<readonly T[]>, keyOf: (row: T) => K) =>
  new DataLoader<K, T | null>(async (keys) => {
    const found = new Map((await load(keys)).map((row) => [keyOf(row), row]));
    return keys.map((key) => found.get(key) ?? null);
  });

/** The same for lists, in the order of the query. */
export const manyByKey = <T, K = string>(load: (keys: readonly K[]) => Promise<readonly T[]>, keyOf: (row: T) => K) =>
  new DataLoader<K, T[]>(async (keys) => {
    const groups = new Map<K, T[]>();
    for (const row of await load(keys)) groups.set(keyOf(row), [...(groups.get(keyOf(row)) ?? []), row]);
    return keys.map((key) => groups.get(key) ?? []);
  });

/** The same for counts. */
export const countByKey = <K = string>(count: (keys: readonly K[]) => Promise<readonly { key: K; count: number }[]>) =>
  new DataLoader<K, number>(async (keys) => {
    const found = new Map((await count(keys)).map((row) => [row.key, row.count]));
    return keys.map((key) => found.get(key) ?? 0);
  });

/** What a foreign key of the service's own database points at is there. */
export function present<T>(found: T | Error | null | undefined): T {
  if (found instanceof Error) throw found;
  if (found === null || found === undefined) throw new Error("a referenced row is missing");
  return found;
}
