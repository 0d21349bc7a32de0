import type { FastifyInstance, FastifyRequest } from "fastify";
import { OPERATION_HEADER, operationLabel } from "./measure-graphql.ts";
import { newTrace, type OpenSpan, openSpan, parseTraceparent, within } from "./trace.ts";

declare module "fastify" {
  interface FastifyRequest {
    /** The request's own span, and where it stands in its trace. */
    span: OpenSpan;
    /** The GraphQL operation that it asks for, by a name that is known. */
    operation?: string;
  }
}

/** What operators ask again and again is no part of a trace. */
const QUIET = /^\/(health\/|metrics$)/;

/** Every request works within a trace: the caller's, if it names one, else its own. */
export function addRequestTrace(http: FastifyInstance): void {
  http.decorateRequest("span");
  http.decorateRequest("operation");
  http.addHook("onRequest", (request, _reply, done) => {
    request.operation = operationIn(request);
    request.span = begin(request);
    within(request.span.trace, done);
  });
  // Reading a body leaves the asynchronous context of the request: enter it again.
  http.addHook("preValidation", (request, _reply, done) => within(request.span.trace, done));
  http.addHook("onResponse", async ({ span, routeOptions, operation }, { statusCode }) => {
    const attributes = {
      "http.response.status_code": statusCode,
      "http.route": routeOptions.url ?? "none",
      ...(operation && { "graphql.operation.name": operation }),
    };
    span.end({ attributes, error: statusCode >= 500 ? new Error("HTTP 5xx") : undefined });
  });
}

function operationIn({ headers }: FastifyRequest): string | undefined {
  const name = headers[OPERATION_HEADER];
  return name === undefined ? undefined : operationLabel(name);
}

function begin({ headers, method, url, routeOptions }: FastifyRequest): OpenSpan {
  const parent = parseTraceparent(headers.traceparent) ?? newTrace();
  if (QUIET.test(url)) return { trace: parent, end: () => {} };
  const attributes = { "http.request.method": method };
  return openSpan({ name: `${method} ${routeOptions.url ?? "none"}`, kind: "server", attributes }, parent);
}
