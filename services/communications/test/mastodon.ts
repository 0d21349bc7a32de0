import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** A status as the server keeps it. */
interface Status {
  id: string;
  status: string;
  visibility: string;
  language: string;
}

export interface Asked {
  method: string;
  path: string;
  key: string | undefined;
}

/** A server that speaks Mastodon's interface for statuses (docs.joinmastodon.org/methods/statuses), as far as it is used. */
export async function startMastodon(token = "jeton") {
  const statuses = new Map<string, Status>();
  const byKey = new Map<string, string>();
  const asked: Asked[] = [];
  let trouble: ((response: ServerResponse) => void) | null = null;
  const server = createServer((request, response) => void answer(request, response));

  async function answer(request: IncomingMessage, response: ServerResponse) {
    const chunks: Buffer[] = [];
    for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
    const { method = "", url = "" } = request;
    const key = request.headers["idempotency-key"] as string | undefined;
    asked.push({ method, path: url, key });
    const say = (status: number, body: object, headers = {}) =>
      response.writeHead(status, { "content-type": "application/json", ...headers }).end(JSON.stringify(body));
    if (request.headers.authorization !== `Bearer ${token}`) return say(401, { error: "The access token is invalid" });
    if (trouble) return trouble(response);
    const body = chunks.length > 0 ? JSON.parse(Buffer.concat(chunks).toString()) : {};
    const entity = (status: Status) => ({
      ...{ id: status.id, created_at: new Date().toISOString(), uri: `${origin}/users/lettre/statuses/${status.id}` },
      ...{ visibility: status.visibility, language: status.language, content: `<p>${status.status}</p>` },
      ...{ account: { id: "1", note: "x".repeat(2_000) }, url: `${origin}/@lettre/${status.id}` },
    });
    if (method === "POST" && url === "/api/v1/statuses") {
      if (!body.status) return say(422, { error: "Validation failed: Text can't be blank" });
      if (body.status.replace(/https?:\/\/\S+/g, "x".repeat(23)).length > 500)
        return say(422, { error: "Validation failed: Text character limit of 500 exceeded" });
      const known = statuses.get(byKey.get(key ?? "") ?? "");
      if (known) return say(200, entity(known));
      const id = String(110_000 + statuses.size);
      statuses.set(id, { id, ...body });
      if (key) byKey.set(key, id);
      return say(200, entity(statuses.get(id) as Status));
    }
    const status = statuses.get(/^\/api\/v1\/statuses\/(\w+)$/.exec(url)?.[1] ?? "");
    if (!status) return say(404, { error: "Record not found" });
    if (method === "PUT") {
      statuses.set(status.id, { ...status, status: body.status });
      return say(200, entity(statuses.get(status.id) as Status));
    }
    statuses.delete(status.id);
    return say(200, entity(status));
  }

  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  const origin = `http://${host}`;
  return {
    host,
    origin,
    asked,
    /** What stands on the account. */
    standing: () => [...statuses.values()],
    /** How it answers instead, until it is well again. */
    ails(how: ((response: ServerResponse) => void) | null) {
      trouble = how;
    },
    async stop() {
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}
