import process from "node:process";
import { dataDir, demandInstalled, load } from "../setup.mjs";

demandInstalled();
const { restoreFrom } = await load("backup/main.ts");
await restoreFrom(dataDir(), process.argv.slice(2));
