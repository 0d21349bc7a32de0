import { type ParsedMail, simpleParser } from "mailparser";
import { SMTPServer } from "smtp-server";

/** A mail that somebody would have received. */
export interface Kept {
  number: number;
  at: Date;
  from: string;
  to: string;
  subject: string;
  text: string;
  html: string | null;
  headers: string[];
}

const MOST = 500;

/** Receives whatever is sent and delivers nothing: the last mails stay in memory, to be looked at. */
export function openMailbox() {
  const mails: Kept[] = [];
  let received = 0;
  const keep = (mail: ParsedMail) => {
    received++;
    mails.unshift(toKept(mail, received));
    mails.length = Math.min(mails.length, MOST);
  };
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["AUTH", "STARTTLS"],
    logger: false,
    onData: (stream, _session, done) => {
      simpleParser(stream).then((mail) => {
        keep(mail);
        done();
      }, done);
    },
  });
  return {
    mails: (): readonly Kept[] => mails,
    received: () => received,
    find: (number: number) => mails.find((mail) => mail.number === number),
    listen: (port: number, host: string) =>
      new Promise<void>((resolve, reject) => {
        server.on("error", reject);
        server.listen(port, host, () => resolve());
      }),
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
  };
}

const toKept = (mail: ParsedMail, number: number): Kept => ({
  number,
  at: new Date(),
  from: mail.from?.text ?? "",
  to: [mail.to ?? []]
    .flat()
    .map(({ text }) => text)
    .join(", "),
  subject: mail.subject ?? "(sans objet)",
  text: mail.text ?? "",
  html: mail.html || null,
  headers: mail.headerLines.map(({ line }) => line),
});
