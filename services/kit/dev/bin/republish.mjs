import { dataDir, demandInstalled, load } from "../setup.mjs";

demandInstalled();
const { main } = await load("republish.ts");
await main(dataDir(), process.argv.slice(2));
