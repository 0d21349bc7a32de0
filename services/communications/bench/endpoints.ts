import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as pause } from "node:timers/promises";
import { silentLogger } from "@trame/kit/log";
import { startWebhooks } from "../src/webhooks/sender.ts";
import { newKeys } from "../src/webhooks/sign.ts";
import { type Measured, publishes, type Tested } from "./common.ts";

const ENDPOINTS = 1_000;
const PATIENCE_MS = 60_000;

/** One event to 1 000 endpoints: once all answer, once half of them never do. */
export async function endpoints(tested: Tested): Promise<Measured[]> {
  let hang = false;
  let told = 0;
  const server = createServer((request, response) => {
    request.resume();
    const isHanging = hang && Number(request.url?.slice(1)) % 2 === 1;
    if (isHanging) return;
    if (Number(request.url?.slice(1)) % 2 === 0) told++;
    response.writeHead(204).end();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const keys = newKeys();
  await tested.db.webhook.createMany({
    data: Array.from({ length: ENDPOINTS }, (_, n) => ({
      ...{ id: `endpoint-${n}`, version: 1, url: `http://127.0.0.1:${port}/${n}`, description: `Programme ${n}` },
      ...{ events: [], kinds: [], themeIds: [], academyCodes: [], disciplineCodes: [] },
      ...{ state: "ACTIVE", keys: { ...keys }, ownerId: "somebody", createdAt: new Date() },
    })),
  });
  const clock = { now: () => new Date() };
  const sender = startWebhooks({
    ...{ db: tested.db, clock, logger: silentLogger, allow: [`127.0.0.1:${port}`] },
    pollMs: 50,
  });
  // The head of the log stands before what follows.
  await pause(300);
  const once = async (id: string) => {
    told = 0;
    const began = performance.now();
    await publishes(tested, id);
    while (told < ENDPOINTS / 2) {
      if (performance.now() - began > PATIENCE_MS) throw new Error(`${told} of ${ENDPOINTS / 2} were told`);
      await pause(5);
    }
    return performance.now() - began;
  };
  await once("warm");
  const all = await once("all");
  hang = true;
  const half = await once("half");
  server.closeAllConnections();
  await sender.stop();
  await new Promise<void>((resolve) => server.close(() => resolve()));
  const note = `${ENDPOINTS} adresses ; jusqu'à la dernière des ${ENDPOINTS / 2} qui répondent toujours`;
  return [
    { name: "un événement vers 1 000 adresses", value: all, unit: "ms", note },
    { name: "le même, la moitié ne répondant jamais", value: half, unit: "ms", note },
  ];
}
