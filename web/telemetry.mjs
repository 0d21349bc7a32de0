import { randomBytes } from "node:crypto";
import { pino } from "pino";
import { collectDefaultMetrics, Histogram, Registry } from "prom-client";

export const registry = new Registry();
collectDefaultMetrics({ register: registry });

const httpSeconds = new Histogram({
  name: "trame_http_request_seconds",
  help: "Duration of HTTP requests, by route.",
  labelNames: ["route", "method", "status"],
  buckets: [0.01, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
  registers: [registry],
});

/** Structured, on standard output. Paths without their query: what a person searched for is hers. */
export const logger = pino({ name: "web", level: process.env.LOG_LEVEL ?? "info" });

const METHODS = new Set(["GET", "HEAD", "POST"]);

/** Pages, their data and their files: as many routes as an operator can tell apart. */
const routeOf = (path) => (path.startsWith("/assets/") ? "asset" : path.endsWith(".data") ? "data" : "page");

const TRACEPARENT = /^00-(?!0{32})([0-9a-f]{32})-(?!0{16})([0-9a-f]{16})-([0-9a-f]{2})$/;

function parentOf(header) {
  const [, traceId, spanId, flags] = TRACEPARENT.exec(header ?? "") ?? [];
  if (!traceId)
    return { traceId: randomBytes(16).toString("hex"), spanId: randomBytes(8).toString("hex"), traceFlags: 1 };
  return { traceId, spanId, traceFlags: Number.parseInt(flags, 16) & 1 };
}

const toHeader = ({ traceId, spanId, traceFlags }) => `00-${traceId}-${spanId}-0${traceFlags}`;

/** Spans to a collector when an endpoint is configured; nothing of OpenTelemetry is loaded otherwise. */
export async function startTraces() {
  const { OTEL_EXPORTER_OTLP_ENDPOINT: endpoint, OTEL_TRACES_SAMPLER_ARG: share = "1" } = process.env;
  if (!endpoint) return { begin: () => undefined, stop: async () => {} };
  const [api, sdk, { resourceFromAttributes }, { OTLPTraceExporter }] = await Promise.all([
    import("@opentelemetry/api"),
    import("@opentelemetry/sdk-trace"),
    import("@opentelemetry/resources"),
    import("@opentelemetry/exporter-trace-otlp-http"),
  ]);
  const remoteParentSampled = new sdk.TraceIdRatioBasedSampler(Number(share));
  const exporter = new OTLPTraceExporter({ url: `${endpoint.replace(/\/$/, "")}/v1/traces` });
  const provider = new sdk.TracerProvider({
    resource: resourceFromAttributes({ "service.name": "web", "service.namespace": "trame" }),
    sampler: new sdk.ParentBasedSampler({ root: remoteParentSampled, remoteParentSampled }),
    spanProcessors: [new sdk.BatchSpanProcessor({ exporter, scheduledDelayMillis: 1000 })],
  });
  const tracer = provider.getTracer("trame");
  return {
    begin(parent, name, attributes) {
      const context = api.trace.setSpanContext(api.ROOT_CONTEXT, { ...parent, isRemote: true });
      return tracer.startSpan(name, { kind: api.SpanKind.SERVER, attributes }, context);
    },
    stop: () => provider.shutdown().catch((error) => logger.warn({ reason: String(error) }, "some traces were lost")),
  };
}

/** Measures each request, and hands its place in the trace on to what renders the page. */
export const observe = (traces) => (request, response, next) => {
  const route = routeOf(request.path);
  const method = METHODS.has(request.method) ? request.method : "other";
  const began = performance.now();
  const parent = parentOf(request.headers.traceparent);
  const span = route === "asset" ? undefined : traces.begin(parent, `${method} ${route}`, { "url.path": request.path });
  request.headers.traceparent = toHeader(span?.spanContext() ?? parent);
  response.on("finish", () => {
    const status = `${Math.floor(response.statusCode / 100)}xx`;
    httpSeconds.observe({ route, method, status }, (performance.now() - began) / 1000);
    span?.setAttribute("http.response.status_code", response.statusCode);
    span?.end();
  });
  next();
};

const KNOWN_FOR_MS = 3_000;

/** Whether the gateway answers: without it pages say what is missing, and that is no reason to stop serving them. */
export function gatewayWatch(url) {
  let answer;
  let until = 0;
  return () => {
    if (!answer || performance.now() >= until) {
      until = performance.now() + KNOWN_FOR_MS;
      answer = fetch(new URL("/health/live", url), { signal: AbortSignal.timeout(1_500) }).then(
        ({ ok }) => ok,
        () => false,
      );
    }
    return answer;
  };
}
