import { ensureKitTables } from "@trame/kit/kit-tables";
import { migrate } from "@trame/kit/migrate";
import { startCluster } from "@trame/kit/testing/pg";
import { type Measured, openTested } from "./common.ts";
import { endpoints } from "./endpoints.ts";
import { intake } from "./intake.ts";
import { letter } from "./letter.ts";

const PARTS = { intake, endpoints, letter };
const wanted = process.argv.slice(2);

/** Each on a database of its own, on a server that survives what `npm start`'s survives. */
const cluster = await startCluster();
try {
  for (const setting of ["fsync = on", "full_page_writes = on", "autovacuum = on"]) {
    await cluster.query(`alter system set ${setting}`);
  }
  await cluster.query("select pg_reload_conf()");
  await cluster.query("create database template_app");
  await cluster.query("create extension pg_stat_statements", "template_app");
  await migrate(cluster.url("template_app"), "prisma");
  await ensureKitTables(cluster.url("template_app"));
  process.env.TEST_PG_URL = cluster.url("postgres");
  const figures: Measured[] = [];
  for (const [name, measure] of Object.entries(PARTS)) {
    if (wanted.length > 0 && !wanted.includes(name)) continue;
    const tested = await openTested();
    figures.push(...(await measure(tested)));
    await tested.stop();
  }
  console.log(JSON.stringify(figures));
} finally {
  await cluster.stop();
}
