import { type EventLogConfig, openEventLog } from "@trame/kit/event-log";
import { type Figure, figure } from "./figures.ts";

const MESSAGES = 4_000;
const BATCH = 100;
const KEYS = 200;
const SIZE = 500;

/** How many events per second go through the log alone: appended by one writer, handed to one consumer. */
export async function eventsPerSecond(config: EventLogConfig, name: string): Promise<Figure> {
  const log = await openEventLog(config);
  const topic = `bench.${Date.now()}.v1`;
  await log.ensureTopics([topic]);
  let received = 0;
  let finished: () => void;
  const all = new Promise<void>((resolve) => {
    finished = resolve;
  });
  const began = performance.now();
  const subscription = log.subscribe({
    group: "bench",
    topics: [topic],
    logger: config.logger,
    onMessages: async (messages) => {
      received += messages.length;
      if (received === MESSAGES) finished();
      return messages.length;
    },
  });
  for (let from = 0; from < MESSAGES; from += BATCH) {
    await log.append(Array.from({ length: BATCH }, (_, index) => message(topic, from + index)));
  }
  await all;
  const seconds = (performance.now() - began) / 1000;
  await subscription.stop();
  await log.close();
  return figure(
    `événements, ${name}`,
    MESSAGES / seconds,
    "événements/s",
    `${MESSAGES} de ${SIZE} octets, ${KEYS} clés`,
  );
}

const message = (topic: string, count: number) => ({
  topic,
  key: `key-${count % KEYS}`,
  value: new Uint8Array(SIZE),
  headers: { ce_id: String(count), ce_type: "bench" },
});
