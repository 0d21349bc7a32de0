import { build, dataDir, install, load } from "../setup.mjs";

await install();
await build();
const { main } = await load("start.ts");
await main(dataDir());
