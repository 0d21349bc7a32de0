import { type ChildProcess, spawn } from "node:child_process";
import { join } from "node:path";
import type { Image } from "./build.ts";

export interface Container {
  process: ChildProcess;
  /** What it has printed so far. */
  output(): string;
  /** Its exit code. */
  ended: Promise<number | null>;
  stop(): Promise<number | null>;
}

/**
 * Runs a command of the image (its own by default) from the image's tree. Node's permissions stand in for the container's
 * walls: it reads nothing but the tree, and writes nothing at all.
 */
export function runImage(image: Image, env: Record<string, string>, command = image.command): Container {
  const walls = [PERMISSION, "--no-warnings", `--allow-fs-read=${image.folder}/*`, "--allow-worker"];
  const child = spawn(process.execPath, [...walls, ...NET, ...command], {
    cwd: join(image.folder, image.workdir),
    env: { ...image.env, HOST: "127.0.0.1", ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  const keep = (chunk: Buffer) => {
    output += chunk;
  };
  child.stdout.on("data", keep);
  child.stderr.on("data", keep);
  const ended = new Promise<number | null>((resolve) => child.once("close", resolve));
  return {
    process: child,
    output: () => output,
    ended,
    async stop() {
      child.kill("SIGTERM");
      return await ended;
    },
  };
}

const [major = 0] = process.versions.node.split(".").map(Number);
const PERMISSION = major < 23 ? "--experimental-permission" : "--permission";
/** From Node 25 on the network is behind the same wall. */
const NET = major >= 25 ? ["--allow-net"] : [];
