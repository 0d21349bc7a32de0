import { dataDir, demandInstalled, load } from "../setup.mjs";

demandInstalled();
const { main } = await load("print-token.ts");
await main(dataDir(), process.argv.slice(2));
