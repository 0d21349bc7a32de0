import { randomUUID } from "node:crypto";
import pg from "pg";

/** A database of its own for one test file: the service's migrated tables and the kit's, empty. */
export const cloneDatabase = (): Promise<{ url: string }> => createDatabase("template template_app strategy file_copy");

/** A database with nothing in it, for an embedded event log. */
export const emptyDatabase = (): Promise<{ url: string }> => createDatabase("template template0 strategy file_copy");

async function createDatabase(how: string): Promise<{ url: string }> {
  const server = process.env.TEST_PG_URL;
  if (!server) throw new Error("TEST_PG_URL is not set: is globalSetup configured?");
  const name = `t_${randomUUID().replaceAll("-", "")}`;
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  try {
    await client.query(`create database ${name} ${how}`);
  } finally {
    await client.end();
  }
  return { url: Object.assign(new URL(server), { pathname: `/${name}` }).href };
}
