// Runs a program that is not Node (PostgreSQL), and ends it in its own way when asked to stop.
// argv: one JSON object { command, args, cwd, env, uid?, gid?, stopSignal }.
import { spawn } from "node:child_process";
import process from "node:process";

const { command, args, stopSignal, ...options } = JSON.parse(process.argv[2]);
const child = spawn(command, args, { ...options, stdio: ["ignore", "inherit", "inherit"] });
process.on("SIGTERM", () => child.kill(stopSignal));
process.on("SIGINT", () => child.kill(stopSignal));
child.on("error", (error) => {
  console.error(error.message);
  process.exit(1);
});
child.on("exit", (code) => process.exit(code ?? 1));
