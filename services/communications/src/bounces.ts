import { timingSafeEqual } from "node:crypto";
import type { ServiceBase } from "@trame/kit/service";
import type { FastifyInstance } from "fastify";
import { type Attachment, simpleParser } from "mailparser";
import type { Db } from "./database.ts";
import { bounceOf } from "./domain/bounce.ts";
import { recordBounce } from "./store/mail-queue.ts";

/** Whoever hands in what came back shows this. */
export interface BounceSetting {
  token: string;
}

const LARGEST = 2 * 1024 * 1024;

/**
 * What comes back to the return path is handed in as it is, one message a POST, by the operator's own mail server. The
 * gateway does not forward here. What tells of no final failure of a mail of ours is taken and forgotten.
 */
export function takingBounces(
  http: FastifyInstance,
  { db, origin }: ServiceBase<Db>,
  setting: BounceSetting | null,
): void {
  if (!setting) return;
  http.register(async (here) => {
    here.addContentTypeParser("message/rfc822", { parseAs: "buffer", bodyLimit: LARGEST }, (_, body, done) =>
      done(null, body),
    );
    here.post<{ Body: Buffer }>("/retours", { bodyLimit: LARGEST }, async ({ headers, body }, reply) => {
      if (!isOurs(headers.authorization, setting.token)) return reply.code(401).send();
      const { attachments } = await simpleParser(body, { keepDeliveryStatus: true });
      const [report, returned] = [
        textOf(attachments, /^message\/delivery-status$/),
        textOf(attachments, /^(message\/rfc822|text\/rfc822-headers)$/),
      ];
      const bounce = bounceOf(report, returned, new URL(origin).hostname);
      const recorded = bounce ? await recordBounce(db, bounce) : false;
      return reply.code(200).send({ recorded });
    });
  });
}

const textOf = (attachments: readonly Attachment[], type: RegExp): string =>
  attachments.find(({ contentType }) => type.test(contentType))?.content.toString("utf8") ?? "";

function isOurs(authorization: string | undefined, token: string): boolean {
  const [given, wanted] = [Buffer.from(authorization ?? ""), Buffer.from(`Bearer ${token}`)];
  return given.length === wanted.length && timingSafeEqual(given, wanted);
}
