import { Readable } from "node:stream";
import SMTPConnection from "nodemailer/lib/smtp-connection";
import { type Failure, type Outcome, outcomeOf } from "../domain/mail.ts";

/** A message as it goes over the wire. */
export interface Envelope {
  from: string;
  to: string;
  raw: Buffer;
}

/** The server cannot be reached, or will not have us: nothing was tried for any message. */
export class Unreachable extends Error {}

/**
 * One connection, one message at a time. Not nodemailer's pool: when a connection breaks, the pool sends the message
 * again, also when the server had it already.
 */
export class Line {
  #url: URL;
  #timeoutMs: number;
  #connection: SMTPConnection | null = null;

  constructor(url: string, { timeoutMs = 30_000 } = {}) {
    this.#url = new URL(url);
    this.#timeoutMs = timeoutMs;
  }

  async send(envelope: Envelope): Promise<Outcome> {
    const connection = this.#connection ?? (await this.#open());
    const message = countedMessage(envelope.raw);
    try {
      return { type: "sent", answer: await deliver(connection, envelope, message.stream) };
    } catch (error) {
      this.close();
      return outcomeOf(error as Failure, message.left());
    }
  }

  close(): void {
    this.#connection?.close();
    this.#connection = null;
  }

  async #open(): Promise<SMTPConnection> {
    const { hostname, port, protocol, username, password, searchParams } = this.#url;
    const connection = new SMTPConnection({
      host: hostname,
      port: port ? Number(port) : undefined,
      secure: protocol === "smtps:",
      requireTLS: searchParams.get("requireTLS") === "true",
      ignoreTLS: searchParams.get("ignoreTLS") === "true",
      connectionTimeout: this.#timeoutMs,
      greetingTimeout: this.#timeoutMs,
      socketTimeout: this.#timeoutMs,
    });
    connection.on("end", () => this.#forget(connection));
    // Also between two messages, when nobody waits for it.
    connection.on("error", () => this.#forget(connection));
    try {
      await settled(connection, (done) => connection.connect(done));
      if (username) {
        const auth = { user: decodeURIComponent(username), pass: decodeURIComponent(password) };
        await settled(connection, (done) => connection.login(auth, done));
      }
    } catch (error) {
      connection.close();
      throw new Unreachable((error as Error).message, { cause: error });
    }
    this.#connection = connection;
    return connection;
  }

  #forget(connection: SMTPConnection): void {
    if (this.#connection === connection) this.#connection = null;
  }
}

/** The message as a stream that knows whether anybody began to read it: the server had asked for it then. */
function countedMessage(raw: Buffer) {
  let read = false;
  const stream = new Readable({
    read() {
      read = true;
      this.push(raw);
      this.push(null);
    },
  });
  return { stream, left: () => read };
}

const deliver = (connection: SMTPConnection, { from, to }: Envelope, message: Readable): Promise<string> =>
  settled(connection, (done) =>
    connection.send({ from, to: [to] }, message, (error, info) => done(error, info?.response ?? "")),
  );

/** The library tells some faults by its callback and others by an event; whichever comes first counts. */
function settled<T>(
  connection: SMTPConnection,
  start: (done: (error?: Error | null, value?: T) => void) => void,
): Promise<T> {
  return new Promise<T>((resolve, reject) => {
    const closed = () => reject(new Error("Connection closed"));
    const forget = () => {
      connection.off("error", reject);
      connection.off("end", closed);
    };
    connection.once("error", reject);
    connection.once("end", closed);
    start((error, value) => {
      forget();
      if (error) reject(error);
      else resolve(value as T);
    });
  });
}
