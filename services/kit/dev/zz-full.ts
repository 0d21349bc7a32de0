import { startTrame } from "./supervisor.ts";

const t = await startTrame({
  dataDir: "/tmp/full-trame",
  demo: true,
  log: (l) => console.log(new Date().toISOString().slice(11, 19), l),
});
console.log("READY", t.origin);
process.on("SIGTERM", () => void t.stop().then(() => process.exit(0)));
