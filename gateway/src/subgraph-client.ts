import type { Logger } from "@trame/kit/log";
import { OPERATION_HEADER } from "@trame/kit/measure-graphql";
import { inSpan, traceHeaders } from "@trame/kit/trace";
import { errors, Pool } from "undici";
import type { SubgraphName } from "./config.ts";
import { knownOperation } from "./known-operations.ts";

export interface SubgraphRequest {
  query: string;
  variables?: Record<string, unknown>;
  operationName?: string;
}

export interface SubgraphError {
  message: string;
  path?: (string | number)[];
  extensions?: Record<string, unknown>;
}

export interface SubgraphAnswer {
  data?: Record<string, unknown> | null;
  errors?: SubgraphError[];
}

/** The subgraph gave no answer that can be used. */
export class SubgraphFault extends Error {
  override name = "SubgraphFault";
}

/** GraphQL to one subgraph over kept-alive connections; the headers say who asks and on whose behalf. */
export interface SubgraphClient {
  name: SubgraphName;
  send(request: SubgraphRequest, headers: Record<string, string>): Promise<SubgraphAnswer>;
  close(): Promise<void>;
}

export interface Timeouts {
  connect: number;
  answer: number;
}

const USUAL: Timeouts = { connect: 1_000, answer: 15_000 };
const CONNECTIONS = 64;
const MEGABYTE = 1024 * 1024;

export function createSubgraphClient(
  name: SubgraphName,
  url: string,
  logger: Logger,
  timeouts = USUAL,
): SubgraphClient {
  const { origin, pathname } = new URL(url);
  const pool = new Pool(origin, {
    connections: CONNECTIONS,
    connect: { timeout: timeouts.connect },
    headersTimeout: timeouts.answer,
    bodyTimeout: timeouts.answer,
    maxResponseSize: 32 * MEGABYTE,
  });
  async function post(body: string, headers: Record<string, string>): Promise<SubgraphAnswer> {
    const answer = await pool.request({
      path: pathname,
      method: "POST",
      headers: { "content-type": "application/json", accept: "application/json", ...headers },
      body,
    });
    return read(answer.statusCode, await answer.body.text());
  }
  return {
    name,
    async send(request, given) {
      const body = JSON.stringify(request);
      const headers = { ...given, [OPERATION_HEADER]: knownOperation(request.operationName) };
      try {
        return await inSpan({ name: `subgraph ${name}`, kind: "client" }, () => {
          const traced = { ...headers, ...traceHeaders() };
          return post(body, traced).catch((error) => {
            // A kept-alive connection may be closed under us; what only reads can be asked again.
            if (!isBrokenConnection(error) || isMutation(request)) throw error;
            return post(body, traced);
          });
        });
      } catch (error) {
        logger.warn({ subgraph: name, reason: String(error), requestId: given["x-request-id"] }, "subgraph failed");
        throw error instanceof SubgraphFault ? error : new SubgraphFault(String(error), { cause: error });
      }
    },
    close: () => pool.destroy(),
  };
}

function read(status: number, text: string): SubgraphAnswer {
  if (status >= 500) throw new SubgraphFault(`HTTP ${status}`);
  const answer = parse(text);
  if (isAnswer(answer)) return answer;
  throw new SubgraphFault(`HTTP ${status}: not a GraphQL answer`);
}

const isAnswer = (value: unknown): value is SubgraphAnswer =>
  typeof value === "object" && value !== null && ("data" in value || "errors" in value);

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const isBrokenConnection = (error: unknown) =>
  error instanceof errors.SocketError || (error as NodeJS.ErrnoException).code === "ECONNRESET";

const isMutation = ({ query }: SubgraphRequest) => query.trimStart().startsWith("mutation");
