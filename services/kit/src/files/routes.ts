import { Readable as Stream } from "node:stream";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { Actor } from "../actor.ts";
import type { Clock } from "../clock.ts";
import { forbidden, type Refusal, Refusals } from "../refusal.ts";
import type { ActorOf } from "../service.ts";
import type { Database, Sql } from "../sql.ts";
import { checkFile, type FileRules, fileRefusals } from "./check.ts";
import type { Scanner } from "./scan.ts";
import { filesById, readFileParts, type StoredFile, storeFile } from "./store.ts";

/** Who may read a file: `public` may be kept by caches in between, `gone` was withdrawn. */
export type Readable = "public" | "private" | "gone" | "unknown";

export interface FileAddresses<Tx extends Sql> {
  /** `/files/<service>` */
  prefix: string;
  db: Database<Tx>;
  clock: Clock;
  actorOf: ActorOf;
  rules: FileRules;
  scan?: Scanner;
  /** Who may deposit at all; what is done with the file is a right of its own. */
  mayDeposit(actor: Actor): boolean;
  /** Of a file that something holds, by who asks or by the `?secret=` of a link; the others are their depositors'. */
  readable(actor: Actor, file: StoredFile & { holder: string }, secret?: string): Promise<Readable>;
}

/**
 * `POST <prefix>?nom=…` takes the bytes of one file as they are, `GET <prefix>/<id>/<name>` gives them back. The type of
 * the body is one that a form of another site cannot send.
 */
export function fileRoutes<Tx extends Sql>(http: FastifyInstance, addresses: FileAddresses<Tx>): void {
  const { prefix, db, rules } = addresses;
  void http.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser(
      "application/octet-stream",
      { parseAs: "buffer", bodyLimit: rules.largest + 1 },
      async (_request: FastifyRequest, body: Buffer) => body,
    );
    scope.setErrorHandler<Error & { code?: string }>((error, _request, reply) => {
      if (error instanceof Refusals) return refused(reply, error.refusals);
      if (error.code === "FST_ERR_CTP_BODY_TOO_LARGE") return refused(reply, [fileRefusals.tooLarge(rules.largest)]);
      if (error.code === "FST_ERR_CTP_INVALID_CONTENT_LENGTH") return refused(reply, [fileRefusals.incomplete()]);
      throw error;
    });
    scope.post<{ Querystring: { nom?: string } }>(prefix, async (request, reply) => {
      const actor = await addresses.actorOf(request);
      if (!actor.personId || !addresses.mayDeposit(actor)) return refused(reply, [forbidden()]);
      const bytes = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
      const file = await deposit(addresses, actor, { name: request.query.nom ?? "", bytes });
      return reply.code(201).header("cache-control", "no-store").send({ file, errors: [] });
    });
  });
  http.get<{ Params: { id: string }; Querystring: { secret?: string } }>(
    `${prefix}/:id/:name`,
    async (request, reply) => {
      const [file] = await filesById(db, [request.params.id]);
      const { secret } = request.query;
      const found = file ? await readableBy(addresses, await addresses.actorOf(request), file, secret) : "unknown";
      if (!file || found === "unknown") return notice(reply, 404, "Ce fichier n'existe pas.\n");
      if (found === "gone") return notice(reply, 410, "Ce fichier a été retiré.\n");
      return send(reply, db, file, found);
    },
  );
}

async function deposit<Tx extends Sql>(
  { db, clock, rules, scan }: FileAddresses<Tx>,
  { personId }: Actor,
  { name: given, bytes }: { name: string; bytes: Buffer },
) {
  const { type, refusals } = await checkFile(bytes, given, rules, scan);
  if (!type) throw new Refusals(refusals);
  const name = fileName(given, type.extension);
  const { id, size } = await storeFile(db, { name, type: type.type, bytes, byId: personId ?? null, at: clock.now() });
  return { id, name, type: type.type, size };
}

const LONGEST = 100;

/** The name that it came under, without folders and with the ending of what it holds. */
export function fileName(given: string, extension: string): string {
  const last = given.split(/[\\/]/).at(-1) ?? "";
  const stem = last
    .replace(/\.[^.]*$/, "")
    .replace(/[^\p{L}\p{N} ._'’()-]/gu, " ")
    .replace(/\s+/g, " ")
    .trim()
    .slice(0, LONGEST);
  return `${stem || "fichier"}.${extension}`;
}

async function readableBy<Tx extends Sql>(
  { readable }: FileAddresses<Tx>,
  actor: Actor,
  file: StoredFile,
  secret?: string,
): Promise<Readable> {
  const { holder } = file;
  if (holder !== null) return readable(actor, { ...file, holder }, secret);
  return actor.personId && actor.personId === file.byId ? "private" : "unknown";
}

/** Nothing in it may run, wherever it is opened. */
function send(reply: FastifyReply, db: Sql, { id, name, type, size }: StoredFile, readable: Readable) {
  return reply
    .type(type === "text/plain" ? "text/plain; charset=utf-8" : type)
    .header("content-length", size)
    .header("content-disposition", attachment(name))
    .header("x-content-type-options", "nosniff")
    .header("content-security-policy", "sandbox; default-src 'none'")
    .header("cross-origin-resource-policy", "same-origin")
    .header("cache-control", readable === "public" ? "public, max-age=300" : "private, no-store")
    .send(Stream.from(readFileParts(db, id), { objectMode: false }));
}

/** RFC 6266: the whole name for those who read it, a plain one for the others. */
export function attachment(name: string): string {
  const plain = name
    .normalize("NFD")
    .replace(/[^\x20-\x7e]/g, "")
    .replace(/["\\]/g, "");
  const whole = encodeURIComponent(name).replace(
    /['()*]/g,
    (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${plain}"; filename*=UTF-8''${whole}`;
}

/** Its path under the public origin. */
export const filePath = (prefix: string, { id, name }: Pick<StoredFile, "id" | "name">): string =>
  `${prefix}/${id}/${encodeURIComponent(name)}`;

const STATUS = { INVALID: 422, RULE: 409, CONFLICT: 409, FORBIDDEN: 403 } as const;

const refused = (reply: FastifyReply, errors: readonly Refusal[]) =>
  reply
    .code(STATUS[errors[0]?.kind ?? "INVALID"])
    .header("cache-control", "no-store")
    .send({ file: null, errors });

const notice = (reply: FastifyReply, status: number, text: string) =>
  reply.code(status).type("text/plain; charset=utf-8").header("cache-control", "no-store").send(text);
