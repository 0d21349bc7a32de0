import { type LoggerOptions, type Logger as PinoLogger, pino } from "pino";
import { faultOf } from "./fault.ts";
import { currentTrace } from "./trace.ts";

export type Logger = PinoLogger;

/** Each line names its trace; an error loses the values that it quotes. */
const options: LoggerOptions = {
  mixin: () => {
    const trace = currentTrace();
    return trace ? { traceId: trace.traceId } : {};
  },
  serializers: { err: faultOf },
};

/** Structured logs on standard output. Ids only: no name or address of a person. */
export const createLogger = (name: string, level = "info", into?: { write(line: string): void }): Logger =>
  into ? pino({ ...options, name, level }, into) : pino({ ...options, name, level });

/** For tests and for tools that speak for themselves. */
export const silentLogger: Logger = pino({ level: "silent" });
