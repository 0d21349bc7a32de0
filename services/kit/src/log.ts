import { type Logger as PinoLogger, pino } from "pino";

export type Logger = PinoLogger;

/** Structured logs on standard output. Ids only: no name or address of a person. */
export const createLogger = (name: string, level = "info"): Logger => pino({ name, level });

/** For tests and for tools that speak for themselves. */
export const silentLogger: Logger = pino({ level: "silent" });
