import { createServer, type Server, type Socket } from "node:net";
import { type ParsedMail, simpleParser } from "mailparser";
import { SMTPServer } from "smtp-server";

/** A real SMTP server that keeps what it receives, parsed by a program that is not ours. */
export async function openMailbox({ port = 0, refuses = {} as Record<string, number> } = {}) {
  const mails: ParsedMail[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["AUTH", "STARTTLS"],
    logger: false,
    onRcptTo: ({ address }, _session, done) => {
      const code = refuses[address];
      return code ? done(Object.assign(new Error("refused"), { responseCode: code })) : done();
    },
    onData: (stream, _session, done) => {
      simpleParser(stream).then((mail) => {
        mails.push(mail);
        done();
      }, done);
    },
  });
  // Whoever is killed while sending resets the connection: the server goes on.
  server.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code !== "ECONNRESET" && error.code !== "EPIPE") throw error;
  });
  const listening = await new Promise<Server>((resolve) => {
    const listener: Server = server.listen(port, "127.0.0.1", () => resolve(listener));
  });
  const at = (listening.address() as { port: number }).port;
  return {
    url: `smtp://127.0.0.1:${at}`,
    port: at,
    mails,
    to: (address: string) => mails.filter((mail) => recipientsOf(mail).includes(address)),
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
  };
}

export const recipientsOf = ({ to }: ParsedMail): string[] =>
  [to ?? []].flat().flatMap(({ value }) => value.map(({ address }) => address ?? ""));

type Moment = "greeting" | "recipient" | "message";

/** Speaks just enough SMTP to hang up at one moment: before any message, before its content, or having all of it. */
export async function openDyingServer(moment: Moment) {
  let connections = 0;
  const server = createServer((socket) => {
    connections++;
    converse(socket, moment);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as { port: number };
  return {
    url: `smtp://127.0.0.1:${port}`,
    connections: () => connections,
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
  };
}

function converse(socket: Socket, moment: Moment): void {
  socket.on("error", () => {});
  if (moment === "greeting") {
    socket.destroy();
    return;
  }
  socket.write("220 ready\r\n");
  let content = false;
  socket.on("data", (chunk) => {
    const text = chunk.toString();
    if (content) {
      if (text.endsWith("\r\n.\r\n")) socket.destroy();
    } else if (/^RCPT/im.test(text) && moment === "recipient") {
      socket.destroy();
    } else if (/^DATA/im.test(text)) {
      content = true;
      socket.write("354 go on\r\n");
    } else {
      socket.write("250 ok\r\n");
    }
  });
}
