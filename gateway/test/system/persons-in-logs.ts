import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import pg from "pg";
import type { Trame } from "../../../services/kit/dev/supervisor.ts";

/** What the logs of all processes tell of persons: names of those whom people knows, and mail addresses. */
export async function personsInLogs(trame: Trame): Promise<string[]> {
  const names = await namesOf(trame.databaseUrl("people"));
  const found = new Set<string>();
  for (const file of readdirSync(trame.logsDir)) {
    for (const line of readFileSync(join(trame.logsDir, file), "utf8").split("\n")) {
      for (const [address] of line.matchAll(/[\w.+-]+@[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}\b/gi))
        found.add(`${file}: ${address}`);
      for (const name of names) if (line.includes(name)) found.add(`${file}: ${name}`);
    }
  }
  return [...found];
}

async function namesOf(connectionString: string): Promise<string[]> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    const { rows } = await client.query<{ given: string; family: string }>(
      `select "givenName" as given, "familyName" as family from person`,
    );
    return rows.flatMap(({ given, family }) => [
      `${given} ${family}`,
      `${family} ${given}`,
      // Short ones are words of every log.
      ...(family.length > 5 ? [family, family.toUpperCase()] : []),
    ]);
  } finally {
    await client.end();
  }
}
