import { exportJWK, generateKeyPair } from "jose";
import { ACTOR_HEADER, type Actor, ANONYMOUS, actorSigner, actorVerifier, HEADER_LIMIT } from "../src/actor.ts";
import { startHttp } from "../src/http.ts";
import { newId } from "../src/id.ts";
import { silentLogger } from "../src/log.ts";

async function keys() {
  const pair = await generateKeyPair("EdDSA", { crv: "Ed25519", extractable: true });
  const [privateJwk, publicJwk] = await Promise.all([exportJWK(pair.privateKey), exportJWK(pair.publicKey)]);
  return { sign: actorSigner(JSON.stringify(privateJwk)), verify: actorVerifier(JSON.stringify(publicJwk)) };
}

/** An expert of four hundred themes, in as many academies. */
const holder: Actor = {
  kind: "person",
  personId: newId(),
  name: "Quelqu'un",
  mandates: Array.from({ length: 400 }, (_, n) => ({ role: "EXPERT", themeId: newId(), academyCode: String(n % 30) })),
  scopes: [],
};

test("a person with four hundred mandates is told to a subgraph whole, in one header", async () => {
  const { sign, verify } = await keys();
  const http = await startHttp({
    host: "127.0.0.1",
    port: 0,
    logger: silentLogger,
    health: { ready: {} },
    headerLimit: HEADER_LIMIT,
    routes: (fastify) => {
      fastify.get("/who", async ({ headers }) => (await verify(String(headers[ACTOR_HEADER]))).mandates.length);
    },
  });
  const { port } = http.server.address() as { port: number };
  const token = await sign(holder);
  const answer = await fetch(`http://127.0.0.1:${port}/who`, { headers: { [ACTOR_HEADER]: token } });
  expect([answer.status, await answer.text()]).toEqual([200, "400"]);
  expect(token.length).toBeLessThan(HEADER_LIMIT / 4);
  await http.close();
});

test("no token is a visitor, and a token of another key is refused", async () => {
  const [ours, theirs] = await Promise.all([keys(), keys()]);
  expect(await ours.verify(undefined)).toEqual(ANONYMOUS);
  expect(await ours.verify(await ours.sign(holder))).toEqual(holder);
  await expect(ours.verify(await theirs.sign(holder))).rejects.toThrow();
});
