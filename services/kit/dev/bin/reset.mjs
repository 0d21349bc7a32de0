import { dataDir, install, load } from "../setup.mjs";

await install();
const { main } = await load("reset.ts");
await main(dataDir());
