import { randomUUID } from "node:crypto";
import { toTraceparent } from "@trame/kit/trace";
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

/** Every request has a number besides its trace, its own or the caller's, and the answer names it. */
export function addTrace(http: FastifyInstance): void {
  http.decorateRequest("trace");
  http.addHook("onRequest", async (request, reply) => {
    request.trace = traceOf(request);
    reply.header("x-request-id", request.trace.requestId);
  });
}

const REQUEST_ID = /^[\w-]{8,64}$/;

const traceOf = ({ headers, span }: FastifyRequest): Trace => ({
  requestId: matching(headers["x-request-id"], REQUEST_ID) ?? randomUUID(),
  traceparent: toTraceparent(span.trace),
});

/** What comes from outside goes into logs and headers: only in its expected form. */
const matching = (value: string | string[] | undefined, form: RegExp) =>
  typeof value === "string" && form.test(value) ? value : undefined;
