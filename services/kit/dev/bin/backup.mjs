import process from "node:process";
import { dataDir, demandInstalled, load } from "../setup.mjs";

demandInstalled();
const { backup } = await load("backup/main.ts");
await backup(dataDir(), process.argv.slice(2));
