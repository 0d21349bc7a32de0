import { execFileSync } from "node:child_process";
import { join } from "node:path";

/** What a guarded broker is asked for: names and passwords of those who may come in; what each may do is said by ACLs. */
export interface KafkaAccess {
  users: Record<string, string>;
}

export interface SecureListener {
  brokers: string;
  /** The certificate to trust (PEM). */
  ca: string;
}

/** Guards a file of a test or of one developer, on one machine. */
const STORE_PASSWORD = "trame-local";

const storeOf = (dir: string) => join(dir, "broker.p12");

/**
 * A second listener as clusters have it: TLS, users by SCRAM, and nothing allowed but by an ACL. The first one stays as it
 * is and may do everything: it is the administrator's.
 */
export function secureProperties<P extends Record<string, unknown>>(properties: P, dir: string, port: number) {
  return {
    ...properties,
    "listener.security.protocol.map": `${properties["listener.security.protocol.map"]},SECURE:SASL_SSL`,
    listeners: `${properties.listeners},SECURE://127.0.0.1:${port}`,
    "advertised.listeners": `${properties["advertised.listeners"]},SECURE://127.0.0.1:${port}`,
    "listener.name.secure.sasl.enabled.mechanisms": "SCRAM-SHA-512",
    "listener.name.secure.scram-sha-512.sasl.jaas.config":
      "org.apache.kafka.common.security.scram.ScramLoginModule required;",
    "ssl.keystore.type": "PKCS12",
    "ssl.keystore.location": storeOf(dir),
    "ssl.keystore.password": STORE_PASSWORD,
    "ssl.key.password": STORE_PASSWORD,
    "authorizer.class.name": "org.apache.kafka.metadata.authorizer.StandardAuthorizer",
    "super.users": "User:ANONYMOUS",
  };
}

/** The users are there from the first moment. */
export const scramArguments = (access?: KafkaAccess): string[] =>
  Object.entries(access?.users ?? {}).flatMap(([name, password]) => [
    "--add-scram",
    `SCRAM-SHA-512=[name=${name},password=${password}]`,
  ]);

/** A key and its certificate for 127.0.0.1, made by the tool that every Java brings; gives the certificate (PEM). */
export function makeCertificate(dir: string): string {
  const store = ["-alias", "broker", "-keystore", storeOf(dir), "-storetype", "PKCS12", "-storepass", STORE_PASSWORD];
  const key = ["-keyalg", "EC", "-groupname", "secp256r1", "-validity", "30", "-dname", "CN=localhost"];
  execFileSync("keytool", ["-genkeypair", ...store, ...key, "-ext", "san=ip:127.0.0.1"], { stdio: "pipe" });
  return execFileSync("keytool", ["-exportcert", "-rfc", ...store], { encoding: "utf8", stdio: "pipe" });
}
