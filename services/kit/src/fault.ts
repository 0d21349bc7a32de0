/** An error as it may be kept in a log or beside a parked message: its kind, its place, and no value that a person wrote. */
export interface Fault {
  type: string;
  message: string;
  code?: string;
  stack?: string;
  cause?: Fault;
}

const DEEPEST = 3;

export function faultOf(error: unknown, depth = 0): Fault {
  if (!(error instanceof Error)) return { type: typeof error, message: withoutAddresses(String(error)) };
  const { code } = error as { code?: unknown };
  const frames = error.stack?.split("\n").filter((line) => /^\s+at /.test(line));
  return {
    type: error.name,
    message: withoutAddresses(withoutValues(error)),
    ...(typeof code === "string" && { code }),
    ...(frames && frames.length > 0 && { stack: frames.join("\n") }),
    ...(error.cause !== undefined && depth < DEEPEST && { cause: faultOf(error.cause, depth + 1) }),
  };
}

/** One line, for a person who looks after the service. */
export function faultLine(error: unknown): string {
  const { type, message, cause } = faultOf(error);
  return cause ? `${type}: ${message} (${cause.type}: ${cause.message})` : `${type}: ${message}`;
}

/** The line with the places in the code below it. */
export function faultText(error: unknown): string {
  const { stack } = faultOf(error);
  return stack ? `${faultLine(error)}\n${stack}` : faultLine(error);
}

/** A message that quotes its input loses the quotation; one of our own keeps its words. */
function withoutValues({ name, message }: Error): string {
  // Prisma prints the arguments of the call, then says in the last paragraph what was wrong.
  const said = /Invalid `[^`]*` invocation/.test(message)
    ? (message
        .trim()
        .split(/\n\s*\n/)
        .at(-1) ?? "")
    : message;
  // JSON.parse quotes the text, PostgreSQL the value after a colon, and a constraint its key.
  const unquoted = name === "SyntaxError" ? said.replace(/".*"/s, "‹…›") : said.replace(/: ".*"/s, ": ‹…›");
  return unquoted.replace(/\)=\([^)]*\)/g, ")=(‹…›)");
}

/** Mail addresses, wherever they come from. */
export const withoutAddresses = (text: string): string =>
  text.replace(/[\w.+-]+@[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}\b/gi, "‹adresse›");
