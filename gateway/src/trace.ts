import { randomBytes, randomUUID } from "node:crypto";
import type { FastifyInstance, FastifyRequest } from "fastify";

/** By what the logs of every process tell of one request. */
export interface Trace {
  requestId: string;
  /** W3C Trace Context. */
  traceparent: string;
}

declare module "fastify" {
  interface FastifyRequest {
    trace: Trace;
  }
}

/** Every request has a trace, its own or the caller's, and the answer names it. */
export function addTrace(http: FastifyInstance): void {
  http.decorateRequest("trace");
  http.addHook("onRequest", async (request, reply) => {
    request.trace = traceOf(request);
    reply.header("x-request-id", request.trace.requestId);
  });
}

const REQUEST_ID = /^[\w-]{8,64}$/;
const TRACEPARENT = /^00-(?!0{32})[0-9a-f]{32}-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}$/;

const traceOf = ({ headers }: FastifyRequest): Trace => ({
  requestId: matching(headers["x-request-id"], REQUEST_ID) ?? randomUUID(),
  traceparent:
    matching(headers.traceparent, TRACEPARENT) ??
    `00-${randomBytes(16).toString("hex")}-${randomBytes(8).toString("hex")}-01`,
});

/** What comes from outside goes into logs and headers: only in its expected form. */
const matching = (value: string | string[] | undefined, form: RegExp) =>
  typeof value === "string" && form.test(value) ? value : undefined;
