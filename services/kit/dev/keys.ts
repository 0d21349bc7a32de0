import { generateKeyPairSync, type JsonWebKey, randomBytes } from "node:crypto";
import { inData, readJson, writeJson } from "./data-folder.ts";

export interface Keys {
  /** The gateway signs who acts (EdDSA); each subgraph verifies with the public half. */
  actor: { private: JsonWebKey; public: JsonWebKey };
  /** The development OpenID provider signs with it (RS256). */
  oidc: JsonWebKey;
  sessionSecret: string;
  oidcCookieSecret: string;
  oidcClientSecret: string;
  postgresPassword: string;
}

/** The data folder's keys, made once. */
export function keysOf(dataDir: string): Keys {
  const known = readKeys(dataDir);
  if (known) return known;
  const actor = generateKeyPairSync("ed25519");
  const oidc = generateKeyPairSync("rsa", { modulusLength: 2048 });
  const jwk = { use: "sig", kid: randomBytes(8).toString("hex") };
  const keys: Keys = {
    actor: {
      private: { ...actor.privateKey.export({ format: "jwk" }), ...jwk, alg: "EdDSA" },
      public: { ...actor.publicKey.export({ format: "jwk" }), ...jwk, alg: "EdDSA" },
    },
    oidc: { ...oidc.privateKey.export({ format: "jwk" }), ...jwk, alg: "RS256" },
    sessionSecret: secret(),
    oidcCookieSecret: secret(),
    oidcClientSecret: secret(),
    postgresPassword: secret(),
  };
  writeJson(inData(dataDir).keys, keys, 0o600);
  return keys;
}

export const readKeys = (dataDir: string) => readJson<Keys>(inData(dataDir).keys);

const secret = () => randomBytes(32).toString("hex");
