import { readFileSync } from "node:fs";
import { join } from "node:path";
import { topics } from "@trame/proto-schemas/topics";
import { DevFailure } from "./failure.ts";
import { root, type Service } from "./programs.ts";

/**
 * The topics that a service follows, as its reactions.ts says. Read as text: loading the module would load the service,
 * and a second list here would one day be wrong.
 */
export function followsOf(service: Service): string[] {
  const file = join(root, "services", service, "src/reactions.ts");
  const list = /export const follows\b[^=]*=\s*\[([^\]]*)\]/.exec(readFileSync(file, "utf8"))?.[1];
  if (list === undefined) throw new DevFailure(`${file} n'exporte pas follows, une liste de topics.`);
  return [...list.matchAll(/topics\.(\w+)/g)].map(([, name]) => topics[name as keyof typeof topics]);
}
