import { createHmac, createPrivateKey, generateKeyPairSync, randomBytes, sign } from "node:crypto";
import type { Keys } from "../domain/webhook.ts";

/** Keys in the writing of Standard Webhooks: whsec_ for the shared secret, whsk_ and whpk_ for the pair. */
export function newKeys(): Keys {
  const { d = "", x = "" } = generateKeyPairSync("ed25519").privateKey.export({ format: "jwk" });
  const [seed, point] = [Buffer.from(d, "base64url"), Buffer.from(x, "base64url")];
  return {
    secret: `whsec_${randomBytes(32).toString("base64")}`,
    privateKey: `whsk_${Buffer.concat([seed, point]).toString("base64")}`,
    publicKey: `whpk_${point.toString("base64")}`,
  };
}

export interface Signed {
  id: string;
  /** Unix seconds. */
  timestamp: number;
  body: string;
}

/** Every generation of keys signs, each in both manners: HMAC-SHA256 (v1) and ed25519 (v1a). */
export function signaturesOf({ id, timestamp, body }: Signed, generations: readonly Keys[]): string {
  const content = Buffer.from(`${id}.${timestamp}.${body}`);
  return generations.flatMap((keys) => [`v1,${hmac(content, keys)}`, `v1a,${ed25519(content, keys)}`]).join(" ");
}

const raw = (key: string): Buffer => Buffer.from(key.slice(key.indexOf("_") + 1), "base64");

const hmac = (content: Buffer, { secret }: Keys): string =>
  createHmac("sha256", raw(secret)).update(content).digest("base64");

function ed25519(content: Buffer, { privateKey }: Keys): string {
  const bytes = raw(privateKey);
  const [d, x] = [bytes.subarray(0, 32), bytes.subarray(32)].map((part) => part.toString("base64url"));
  const key = createPrivateKey({ key: { kty: "OKP", crv: "Ed25519", d, x }, format: "jwk" });
  return sign(null, content, key).toString("base64");
}
