import { type DescField, type DescMessage, fromBinary, type Message } from "@bufbuild/protobuf";

/** A leaf of a message or of a record, as text. */
export interface NamedValue {
  name: string;
  value: string;
}

/** Enough to recognise what a message is about. */
const MOST_VALUES = 30;
const MOST_ITEMS = 3;

/** Fields whose text is chosen from a list or made by a machine. */
const TELLING = /(^|_)(id|ids|code|codes|state|status|kind|role|type|outcome|version|degree|on)$/;
const TOKEN = /^[\w.:+-]{1,64}$/;
const DATE = /^\d{4}-\d\d-\d\d(T[\d:.]+Z?)?$/;

/** What a message holds, without what a person wrote: of a text its length only. */
export function summarise(type: DescMessage | undefined, payload: Uint8Array | null): NamedValue[] {
  if (payload === null) return [{ name: "", value: "effacement de la clé" }];
  if (!type) return [{ name: "", value: `type inconnu, ${payload.length} octets` }];
  try {
    return leaves(type, fromBinary(type, payload), "").slice(0, MOST_VALUES);
  } catch {
    return [{ name: "", value: `illisible, ${payload.length} octets` }];
  }
}

function leaves(type: DescMessage, message: Message, path: string): NamedValue[] {
  return type.fields.flatMap((field) => {
    const value = (message as unknown as Record<string, unknown>)[field.localName];
    if (value === undefined || value === "" || (Array.isArray(value) && value.length === 0)) return [];
    return leavesOf(field, value, `${path}${field.localName}`);
  });
}

function leavesOf(field: DescField, value: unknown, name: string): NamedValue[] {
  if (Array.isArray(value)) {
    const shown = value.slice(0, MOST_ITEMS).flatMap((item, index) => leavesOf(field, item, `${name}.${index}`));
    return value.length > MOST_ITEMS ? [...shown, { name, value: `${value.length} éléments` }] : shown;
  }
  if (field.fieldKind === "enum") {
    return [{ name, value: field.enum.value[Number(value)]?.name ?? String(value) }];
  }
  if (field.message) return field.fieldKind === "map" ? [] : leavesOfMessage(field.message, value as Message, name);
  return [{ name, value: scalar(field.name, value) }];
}

function leavesOfMessage(type: DescMessage, value: Message, name: string): NamedValue[] {
  if (type.typeName !== "google.protobuf.Timestamp") return leaves(type, value, `${name}.`);
  const { seconds } = value as unknown as { seconds: bigint };
  return [{ name, value: new Date(Number(seconds) * 1000).toISOString() }];
}

function scalar(field: string, value: unknown): string {
  if (value instanceof Uint8Array) return `${value.length} octets`;
  if (typeof value !== "string") return String(value);
  if (DATE.test(value) || (TELLING.test(field) && TOKEN.test(value))) return value;
  return `texte de ${value.length} caractères`;
}

/** The same form for a record that a service has chosen to keep, such as the detail of a line of the trail. */
export const namedValues = (record: Record<string, unknown> | undefined): NamedValue[] =>
  Object.entries(record ?? {}).map(([name, value]) => ({
    name,
    value: typeof value === "string" ? value : JSON.stringify(value),
  }));
