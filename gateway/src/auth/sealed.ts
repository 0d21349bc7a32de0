import { hkdfSync } from "node:crypto";
import { EncryptJWT, type JWTPayload, jwtDecrypt } from "jose";

/** What a cookie is for: one made for one purpose does not open as another. */
export type Purpose = "session" | "login" | "id-token";

/** Encrypts what browsers keep for us, so that they can neither read nor change it. Real clock: cookies are no matter of the programme's time. */
export interface Sealer {
  seal(purpose: Purpose, content: JWTPayload, seconds: number): Promise<string>;
  /** Nothing when it is not ours, is for something else, or has expired. */
  open<T extends JWTPayload>(purpose: Purpose, sealed: string): Promise<(T & { exp: number }) | undefined>;
}

export function createSealer(secret: string): Sealer {
  const key = new Uint8Array(hkdfSync("sha256", secret, "", "trame gateway cookies", 32));
  return {
    seal: (purpose, content, seconds) =>
      new EncryptJWT(content)
        .setProtectedHeader({ alg: "dir", enc: "A256GCM" })
        .setAudience(purpose)
        .setIssuedAt()
        .setExpirationTime(`${seconds}s`)
        .encrypt(key),
    async open<T extends JWTPayload>(purpose: Purpose, sealed: string) {
      try {
        const { payload } = await jwtDecrypt<T>(sealed, key, {
          audience: purpose,
          requiredClaims: ["exp"],
          keyManagementAlgorithms: ["dir"],
          contentEncryptionAlgorithms: ["A256GCM"],
        });
        return payload as T & { exp: number };
      } catch {
        return undefined;
      }
    },
  };
}
