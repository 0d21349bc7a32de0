import { AsyncLocalStorage } from "node:async_hooks";
import { randomBytes } from "node:crypto";
import type { Span, Tracer } from "@opentelemetry/api";

/** Where we are in a trace that may cross processes (W3C Trace Context). */
export interface TraceContext {
  traceId: string;
  spanId: string;
  sampled: boolean;
}

export type Attributes = Record<string, string | number | boolean>;

/** OpenTelemetry's kinds of spans, whose numbers its types do not give without loading it. */
const KINDS = { internal: 0, server: 1, client: 2, producer: 3, consumer: 4 } as const;

export interface SpanSpec {
  name: string;
  kind?: keyof typeof KINDS;
  attributes?: Attributes;
}

const storage = new AsyncLocalStorage<TraceContext>();

/** Set once when an endpoint is configured; see trace-export.ts. Without it a span costs nothing. */
let tracing: { tracer: Tracer; parentOf(trace: TraceContext): Parameters<Tracer["startSpan"]>[2] } | undefined;

export const useTracer = (found: typeof tracing): void => {
  tracing = found;
};

export const isTracing = (): boolean => tracing !== undefined;

export const currentTrace = (): TraceContext | undefined => storage.getStore();

/** Runs the work within a trace: its logs, spans and events name it. */
export const within = <T>(trace: TraceContext, work: () => T): T => storage.run(trace, work);

export const newTrace = (): TraceContext => ({
  traceId: randomBytes(16).toString("hex"),
  spanId: randomBytes(8).toString("hex"),
  sampled: true,
});

const TRACEPARENT = /^00-(?!0{32})([0-9a-f]{32})-(?!0{16})([0-9a-f]{16})-([0-9a-f]{2})$/;

/** What comes from outside goes into logs and headers: only in its expected form. */
export function parseTraceparent(text: unknown): TraceContext | undefined {
  const [, traceId, spanId, flags] = (typeof text === "string" && TRACEPARENT.exec(text)) || [];
  if (!traceId || !spanId || !flags) return undefined;
  return { traceId, spanId, sampled: (Number.parseInt(flags, 16) & 1) === 1 };
}

export const toTraceparent = ({ traceId, spanId, sampled }: TraceContext): string =>
  `00-${traceId}-${spanId}-${sampled ? "01" : "00"}`;

/** The header by which the next process joins the trace; nothing outside of one. */
export function traceHeaders(): Record<string, string> {
  const trace = currentTrace();
  return trace ? { traceparent: toTraceparent(trace) } : {};
}

/** A piece of work that was begun and has to be ended by hand. */
export interface OpenSpan {
  trace: TraceContext;
  end(outcome?: { error?: unknown; attributes?: Attributes }): void;
}

export function openSpan({ name, kind = "internal", attributes }: SpanSpec, parent: TraceContext): OpenSpan {
  if (!tracing) return { trace: parent, end: () => {} };
  const span = tracing.tracer.startSpan(name, { kind: KINDS[kind], attributes }, tracing.parentOf(parent));
  const { traceId, spanId, traceFlags } = span.spanContext();
  return {
    trace: { traceId, spanId, sampled: (traceFlags & 1) === 1 },
    end: ({ error, attributes: found } = {}) => endSpan(span, error, found),
  };
}

/** One span around the work, as a child of where we are; only the work itself when nobody collects traces. */
export async function inSpan<T>(spec: SpanSpec, work: () => Promise<T>): Promise<T> {
  const parent = currentTrace();
  if (!tracing || !parent) return work();
  const span = openSpan(spec, parent);
  try {
    const result = await within(span.trace, work);
    span.end();
    return result;
  } catch (error) {
    span.end({ error });
    throw error;
  }
}

/** An error's kind, never its words: they may hold what a person wrote. */
function endSpan(span: Span, error: unknown, attributes: Attributes = {}): void {
  span.setAttributes(attributes);
  if (error !== undefined) {
    span.setStatus({ code: 2 });
    span.setAttribute("error.type", error instanceof Error ? error.name : typeof error);
  }
  span.end();
}
