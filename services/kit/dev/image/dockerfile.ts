import { type Dockerfile, DockerfileParser, type Instruction } from "dockerfile-ast";

export interface Step {
  keyword: string;
  /** What follows it, with the build's arguments put in. */
  text: string;
  /** The words of an exec form: CMD ["…", "…"]. */
  words?: string[];
}

export interface Stage {
  name?: string;
  base: string;
  steps: Step[];
}

/** A Dockerfile's stages, for one set of build arguments. */
export function readStages(source: string, args: Record<string, string>): Stage[] {
  const file: Dockerfile = DockerfileParser.parse(source);
  const stages: Stage[] = [];
  let known: Record<string, string> = {};
  for (const instruction of file.getInstructions()) {
    const keyword = instruction.getKeyword();
    if (keyword === "FROM") {
      const [base = "", , name] = instruction.getArguments().map(String);
      stages.push({ base, name, steps: [] });
      known = {};
      continue;
    }
    if (keyword === "ARG") {
      const [name = "", byDefault] = String(instruction.getArguments()[0]).split("=");
      known = { ...known, [name]: args[name] ?? byDefault ?? "" };
      continue;
    }
    stages.at(-1)?.steps.push(stepOf(instruction, textOf(instruction, source), known));
  }
  return stages;
}

/** With its flags, which the parser keeps apart from the arguments. */
function textOf(instruction: Instruction, source: string): string {
  const { start, end } = instruction.getRange();
  const lines = source.split("\n").slice(start.line, end.line + 1);
  return lines.join("\n").replace(/^\w+\s+/, "");
}

function stepOf(instruction: Instruction, whole: string, known: Record<string, string>): Step {
  const keyword = instruction.getKeyword();
  // A variable of the command itself stays: it is set where the command runs.
  const text = whole.replace(/\$\{(\w+)\}/g, (same, name: string) => known[name] ?? same);
  const form = /\[.*\]$/.exec(text)?.[0];
  const words = (keyword === "CMD" || keyword === "HEALTHCHECK") && form ? (JSON.parse(form) as string[]) : undefined;
  return { keyword, text, words };
}
