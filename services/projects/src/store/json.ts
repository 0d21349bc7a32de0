import { Prisma } from "../gen/prisma/client.ts";

/** A part of a state that is kept as JSON, whose instants are texts there. */
export function fromJson<T extends object>(json: unknown, ...instants: (keyof T & string)[]): T | null {
  if (json === null || json === undefined) return null;
  const kept = json as Record<string, unknown>;
  const dates = instants.map((name) => [name, new Date(String(kept[name]))]);
  return { ...kept, ...Object.fromEntries(dates) } as T;
}

export const toJson = (part: object | null) =>
  part === null ? Prisma.DbNull : (JSON.parse(JSON.stringify(part)) as Prisma.InputJsonObject);
