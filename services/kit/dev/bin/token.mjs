import { dataDir, install, load } from "../setup.mjs";

await install();
const { main } = await load("print-token.ts");
await main(dataDir(), process.argv.slice(2));
