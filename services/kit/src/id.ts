import { createHash, randomBytes } from "node:crypto";

/** A new identifier: UUIDv7 (RFC 9562), so that keys grow with time and indexes stay compact. */
export function newId(): string {
  const bytes = randomBytes(16);
  bytes.writeUIntBE(Date.now(), 0, 6);
  return format(bytes, 7);
}

/**
 * The same parts always give the same identifier. For what is born from an event (a second delivery finds the first
 * one's rows) and for demonstration data.
 */
export function stableId(...parts: string[]): string {
  // Lengths keep ("a", "bc") apart from ("ab", "c").
  const name = parts.map((part) => `${part.length}:${part}`).join("|");
  return format(createHash("sha256").update(name).digest().subarray(0, 16), 8);
}

function format(bytes: Buffer, version: number): string {
  bytes.writeUInt8((version << 4) | (bytes.readUInt8(6) & 0x0f), 6);
  bytes.writeUInt8(0x80 | (bytes.readUInt8(8) & 0x3f), 8);
  const hex = bytes.toString("hex");
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-");
}
