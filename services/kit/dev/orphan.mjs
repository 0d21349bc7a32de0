// Preloaded into every process that the supervisor starts: when the supervisor is gone, even by SIGKILL, its channel
// closes, and the process stops as if asked to.
import process from "node:process";
import { isMainThread } from "node:worker_threads";

if (isMainThread && process.env.TRAME_SUPERVISED) {
  // What this process starts in its turn has another channel, or none.
  delete process.env.TRAME_SUPERVISED;
  if (!process.connected) process.exit(1);
  process.on("disconnect", () => {
    process.kill(process.pid, "SIGTERM");
    setTimeout(() => process.exit(1), 5000).unref();
  });
  process.channel.unref();
}
