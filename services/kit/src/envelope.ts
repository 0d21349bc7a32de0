/** An event as a service hands it to the outbox. `value` null is a tombstone: a compacted topic forgets the key. */
export interface OutgoingEvent {
  /** Full protobuf name of the message. */
  type: string;
  topic: string;
  /** Id of the aggregate: the unit of order. */
  key: string;
  /** Version of the aggregate after the change. */
  version: number;
  value: Uint8Array | null;
  /** When it happened, on the domain clock. */
  at: Date;
  actorId?: string;
  correlationId?: string;
}

/** An event as a reaction receives it. */
export interface IncomingEvent<T> {
  id: string;
  type: string;
  topic: string;
  key: string;
  version: number;
  at: Date;
  /** The service that wrote it. */
  source: string;
  actorId?: string;
  correlationId?: string;
  /** The key is to be forgotten. `message` is then the empty message of its type. */
  tombstone: boolean;
  message: T;
}

/** What an event log carries: CloudEvents attributes as headers (the Kafka binding's names), protobuf as value. */
export interface LogMessage {
  topic: string;
  key: string;
  value: Uint8Array | null;
  headers: Record<string, string>;
}

/** A message with its place in the log. */
export interface ReceivedMessage extends LogMessage {
  partition: number;
  offset: string;
}

/** The attributes of one event, read from or written to headers. */
export interface Attributes {
  id: string;
  type: string;
  source: string;
  version: number;
  at: Date;
  actorId?: string;
  correlationId?: string;
  /** Where in which trace it was written (W3C Trace Context). */
  traceparent?: string;
}

export function toHeaders(subject: string, attributes: Attributes): Record<string, string> {
  const { id, type, source, version, at, actorId, correlationId, traceparent } = attributes;
  return {
    ce_specversion: "1.0",
    ce_id: id,
    ce_type: type,
    ce_source: source,
    ce_subject: subject,
    ce_time: at.toISOString(),
    ce_aggregateversion: String(version),
    ...(actorId === undefined ? {} : { ce_actor: actorId }),
    ...(correlationId === undefined ? {} : { ce_correlationid: correlationId }),
    ...(traceparent === undefined ? {} : { traceparent }),
    "content-type": "application/protobuf",
  };
}

/** Undefined when the message is not a CloudEvent of ours: nobody can react to what has no id or type. */
export function fromHeaders(headers: Record<string, string>): Attributes | undefined {
  const { ce_id: id, ce_type: type, ce_source: source, ce_time: time, ce_aggregateversion: version } = headers;
  if (!id || !type) return undefined;
  return {
    id,
    type,
    source: source ?? "",
    version: Number(version ?? 0),
    at: new Date(time ?? 0),
    actorId: headers.ce_actor,
    correlationId: headers.ce_correlationid,
    traceparent: headers.traceparent,
  };
}
