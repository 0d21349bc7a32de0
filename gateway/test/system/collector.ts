import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

/** One finished piece of work, as a process told it. */
export interface Span {
  service: string;
  name: string;
  kind: number;
  traceId: string;
  spanId: string;
  parentSpanId?: string;
}

interface Attribute {
  key: string;
  value: { stringValue?: string };
}

interface Export {
  resourceSpans: {
    resource: { attributes: Attribute[] };
    scopeSpans: { spans: Omit<Span, "service">[] }[];
  }[];
}

/** Receives traces over OTLP/HTTP, as a collector does. */
export async function openCollector() {
  const spans = new Map<string, Span>();
  const server = createServer(async (request, response) => {
    let text = "";
    for await (const chunk of request) text += String(chunk);
    for (const span of spansOf(JSON.parse(text) as Export)) spans.set(span.spanId, span);
    response.setHeader("content-type", "application/json").end("{}");
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    spans: () => [...spans.values()],
    /** The span, what it is part of, and so on up to where the trace began. */
    upwards(from: Span): Span[] {
      const chain = [from];
      for (let at = from; ; ) {
        const parent = at.parentSpanId ? spans.get(at.parentSpanId) : undefined;
        if (!parent) return chain;
        chain.push(parent);
        at = parent;
      }
    },
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

const spansOf = ({ resourceSpans }: Export): Span[] =>
  resourceSpans.flatMap(({ resource, scopeSpans }) => {
    const service = resource.attributes.find(({ key }) => key === "service.name")?.value.stringValue ?? "";
    return scopeSpans.flatMap(({ spans }) =>
      spans.map(({ name, kind, traceId, spanId, parentSpanId }) => ({
        service,
        name,
        kind,
        traceId,
        spanId,
        parentSpanId,
      })),
    );
  });
