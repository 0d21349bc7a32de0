import { execFile } from "node:child_process";
import { cpSync, mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { root } from "../programs.ts";
import { readStages, type Stage } from "./dockerfile.ts";

/** The last stage of the Dockerfile as a folder, with what the image says of itself. */
export interface Image {
  /** Where the image's / lies. */
  folder: string;
  workdir: string;
  env: Record<string, string>;
  user: string;
  command: string[];
  healthcheck: string[];
  labels: string;
}

export const dockerfile = () => readFileSync(join(root, "Dockerfile"), "utf8");

/** The build's own preparations: this repository has had them, by npm ci and npm run build. */
const HAD = /^(npm ci|npx turbo run build) /;

/** Carries out the Dockerfile without Docker, on this machine's Node. `/app` of the first stage is this repository. */
export async function buildImage(args: Record<string, string>, folder: string): Promise<Image> {
  const [build, last] = readStages(dockerfile(), args);
  if (!build || !last) throw new Error("the Dockerfile has not the two stages that are known here");
  const made = join(folder, "build");
  await prepare(build, made);
  return assemble(last, made, join(folder, "image"));
}

async function prepare({ steps }: Stage, made: string): Promise<void> {
  for (const { keyword, text } of steps) {
    if (keyword === "RUN" && !HAD.test(text)) {
      const [command = "", ...words] = text.split(/\s+/);
      const placed = words.map((word) => (word.startsWith("/") ? join(made, word) : word));
      await promisify(execFile)(command === "node" ? process.execPath : command, placed, { cwd: root });
    }
  }
}

function assemble({ steps }: Stage, made: string, folder: string): Image {
  const image: Image = { folder, workdir: "/", env: {}, user: "root", command: [], healthcheck: [], labels: "" };
  mkdirSync(folder, { recursive: true });
  for (const { keyword, text, words = [] } of steps) {
    switch (keyword) {
      case "COPY": {
        const [, from = "", to = ""] = /^--from=build (\S+) (\S+)$/.exec(text) ?? [];
        if (!from) throw new Error(`COPY ${text} is not known here`);
        cpSync(join(made, from), join(folder, to), { recursive: true });
        break;
      }
      case "ENV": {
        const [name = "", value = ""] = text.split("=");
        image.env[name] = value;
        break;
      }
      case "LABEL":
        image.labels = text;
        break;
      case "WORKDIR":
        image.workdir = text;
        break;
      case "USER":
        image.user = text;
        break;
      case "CMD":
        image.command = words;
        break;
      case "HEALTHCHECK":
        image.healthcheck = words;
        break;
      case "EXPOSE":
        break;
      default:
        throw new Error(`${keyword} is not known here`);
    }
  }
  return image;
}
