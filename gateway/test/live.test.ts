import type { IncomingHttpHeaders } from "node:http";
import { ACTOR_HEADER } from "@trame/kit/actor";
import type { FastifyInstance } from "fastify";
import { WebSocket, WebSocketServer } from "ws";
import { openStage, type Stage } from "./harness.ts";

const heard: IncomingHttpHeaders[] = [];

/** Says back what it is told. */
function echo(http: FastifyInstance): void {
  const sockets = new WebSocketServer({ noServer: true });
  http.server.on("upgrade", (request, stream, head) => {
    heard.push(request.headers);
    sockets.handleUpgrade(request, stream, head, (socket) => {
      socket.on("message", (data) => socket.send(`${request.url} ${data}`));
      if (heard.length > 1) socket.close(4403, "FORBIDDEN");
    });
  });
}

describe("the WebSocket of the public origin", () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage({ routes: { scenarios: echo } });
  });
  afterAll(() => stage.stop());

  const open = (headers: Record<string, string>, path = "/collab") =>
    new WebSocket(`${stage.origin.replace("http", "ws")}${path}`, { headers });
  /** What the browser hears first: a message, a refusal, or the end. */
  const first = (socket: WebSocket) =>
    new Promise<string>((resolve) => {
      socket.on("message", (data) => resolve(String(data)));
      socket.on("unexpected-response", (_, { statusCode }) => resolve(String(statusCode)));
      socket.on("close", (code, reason) => resolve(`${code} ${reason}`));
      socket.on("error", () => {});
    });

  test("somebody who signed in reaches scenarios, as who he or she is, without the cookie", async () => {
    const { cookie } = await stage.signsIn("claire");
    const socket = open({ cookie, origin: stage.origin, [ACTOR_HEADER]: "forged" });
    socket.on("open", () => socket.send("bonjour"));
    expect(await first(socket)).toBe("/collab bonjour");
    expect(heard[0]?.cookie).toBeUndefined();
    expect(heard[0]?.[ACTOR_HEADER]).toMatch(/^ey/);
    const closed = new Promise((resolve) => socket.on("close", resolve));
    socket.send(Buffer.alloc(300 * 1024));
    expect(await closed).toBe(1009);

    const turnedAway = open({ cookie, origin: stage.origin });
    expect(await first(turnedAway)).toBe("4403 FORBIDDEN");
  });

  test("visitors, other sites and plain requests are refused", async () => {
    const before = heard.length;
    const { cookie } = await stage.signsIn("claire");
    expect(await first(open({ origin: stage.origin }))).toBe("401");
    expect(await first(open({ cookie, origin: "https://elsewhere.example" }))).toBe("403");
    expect(await first(open({ authorization: "Bearer nothing" }))).toBe("401");
    expect((await stage.get("/collab", { cookie })).status).toBe(426);
    expect(heard.length).toBe(before);
  });
});
