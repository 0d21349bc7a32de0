import type { Running } from "./event-log.ts";
import type { Logger } from "./log.ts";
import { useTracer } from "./trace.ts";

/** The variables of OpenTelemetry's specification that count here; the exporter reads its own besides (headers, timeout). */
export interface TraceConfig {
  OTEL_EXPORTER_OTLP_ENDPOINT?: string;
  OTEL_TRACES_SAMPLER_ARG: number;
}

/** Sends spans to a collector over OTLP/HTTP when an endpoint is configured. Otherwise nothing of OpenTelemetry is loaded. */
export async function startTraceExport(
  service: string,
  { OTEL_EXPORTER_OTLP_ENDPOINT: endpoint, OTEL_TRACES_SAMPLER_ARG: share }: TraceConfig,
  logger: Logger,
): Promise<Running> {
  if (!endpoint) return { stop: async () => {} };
  const [api, sdk, { resourceFromAttributes }, { OTLPTraceExporter }] = await Promise.all([
    import("@opentelemetry/api"),
    import("@opentelemetry/sdk-trace"),
    import("@opentelemetry/resources"),
    import("@opentelemetry/exporter-trace-otlp-http"),
  ]);
  // By the trace's id: every process keeps the same ones.
  const remoteParentSampled = new sdk.TraceIdRatioBasedSampler(share);
  const exporter = new OTLPTraceExporter({ url: `${endpoint.replace(/\/$/, "")}/v1/traces` });
  const provider = new sdk.TracerProvider({
    resource: resourceFromAttributes({ "service.name": service, "service.namespace": "trame" }),
    sampler: new sdk.ParentBasedSampler({ root: remoteParentSampled, remoteParentSampled }),
    spanProcessors: [new sdk.BatchSpanProcessor({ exporter, scheduledDelayMillis: 1000 })],
  });
  useTracer({
    tracer: provider.getTracer("trame"),
    parentOf: ({ traceId, spanId, sampled }) =>
      api.trace.setSpanContext(api.ROOT_CONTEXT, { traceId, spanId, traceFlags: sampled ? 1 : 0, isRemote: true }),
  });
  logger.info({ service }, "traces are exported");
  return {
    async stop() {
      useTracer(undefined);
      // A collector that is away must not keep the process from ending.
      await provider.shutdown().catch((error: unknown) => logger.warn({ err: error }, "some traces were lost"));
    },
  };
}
