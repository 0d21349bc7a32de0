import { pino } from "pino";

/** Structured, on standard output; which page failed, never what was in its address besides the path. */
const logger = pino({ name: "web", level: process.env.LOG_LEVEL ?? "info" });

export function logFailure(error: unknown, where: { requestId?: string; method?: string; path?: string } = {}): void {
  const { name, message, stack } = error instanceof Error ? error : new Error(String(error));
  const frames = stack?.split("\n").filter((line) => /^\s+at /.test(line));
  const words = message.replace(/[\w.+-]+@[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}\b/gi, "‹adresse›");
  logger.error({ ...where, err: { type: name, message: words, stack: frames?.join("\n") } }, "page failed");
}
