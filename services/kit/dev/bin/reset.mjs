import { dataDir, demandInstalled, load } from "../setup.mjs";

demandInstalled();
const { main } = await load("reset.ts");
await main(dataDir());
