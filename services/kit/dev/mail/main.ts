import { readConfig } from "@trame/kit/config";
import Fastify from "fastify";
import { z } from "zod";
import { openMailbox } from "./mailbox.ts";
import { absentPage, listPage, mailPage } from "./pages.ts";

const config = readConfig({ HOST: z.string(), PORT: z.coerce.number(), SMTP_PORT: z.coerce.number() });
const mailbox = openMailbox();
await mailbox.listen(config.SMTP_PORT, config.HOST);

const http = Fastify({ logger: true, disableRequestLogging: true, forceCloseConnections: true });
const HTML = "text/html; charset=utf-8";
http.get("/health/live", () => ({ status: "ok" }));
http.get("/health/ready", () => ({ status: "ok" }));
http.get("/", (_, reply) => reply.type(HTML).send(listPage(mailbox.mails(), mailbox.received())));
http.get("/courriels.json", () => mailbox.mails());
http.get<{ Params: { number: string } }>("/courriels/:number", (request, reply) => {
  const mail = mailbox.find(Number(request.params.number));
  return mail ? reply.type(HTML).send(mailPage(mail)) : reply.code(404).type(HTML).send(absentPage());
});
await http.listen({ host: config.HOST, port: config.PORT });
process.on("SIGTERM", () => void Promise.all([http.close(), mailbox.close()]).then(() => process.exit(0)));
