import { readConfig } from "@trame/kit/config";
import { hostsOf } from "@trame/kit/pinned";
import { z } from "zod";
import { openDatabase } from "../src/database.ts";
import { createVisitor } from "../src/open-address.ts";
import { load } from "./load.ts";

const config = readConfig({
  DATABASE_URL: z.string().startsWith("postgres"),
  TRAME_SITES: z.url().default("http://localhost:4030"),
  TRAME_FETCH_ALLOW: z.string().default(""),
  TRAME_DEMO_SIZE: z.enum(["full", "small"]).default("full"),
});
const [stage] = process.argv.slice(2);
if (stage !== "scenarios") {
  console.error(`Étape inconnue : ${stage ?? "(aucune)"}. Connue : scenarios.`);
  process.exit(1);
}
const db = openDatabase(config.DATABASE_URL);
try {
  await load({
    db,
    size: config.TRAME_DEMO_SIZE,
    visit: createVisitor({ allow: hostsOf(config.TRAME_FETCH_ALLOW) }),
    standIn: config.TRAME_SITES,
    say: (line) => console.log(line),
  });
} finally {
  await db.$disconnect();
}
