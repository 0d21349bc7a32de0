// Prisma's engine is an ES module that Jest's CommonJS cannot load: tests run this in a process of its own.
import { diff, migrate } from "../src/migrate.ts";

const [what, url = "", prismaDir = ""] = process.argv.slice(2);
const result = what === "diff" ? await diff(url, prismaDir) : await migrate(url, prismaDir);
process.stdout.write(JSON.stringify(result));
