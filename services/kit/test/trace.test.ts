import { createLogger } from "../src/log.ts";
import { appendEvents } from "../src/outbox.ts";
import { currentTrace, inSpan, newTrace, parseTraceparent, toTraceparent, traceHeaders, within } from "../src/trace.ts";
import { openDatabase, says } from "./support.ts";

const HEADER = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

test("a traceparent is taken in its expected form only", () => {
  const trace = parseTraceparent(HEADER);
  expect(trace).toEqual({ traceId: "0af7651916cd43dd8448eb211c80319c", spanId: "b7ad6b7169203331", sampled: true });
  expect(trace && toTraceparent(trace)).toBe(HEADER);
  const wrong = [undefined, "", "x", `${HEADER}\n`, HEADER.replace("0af7651916cd43dd8448eb211c80319c", "0".repeat(32))];
  for (const text of wrong) expect(parseTraceparent(text)).toBeUndefined();
  expect(parseTraceparent(toTraceparent(newTrace()))?.sampled).toBe(true);
});

test("without a collector a span is the work alone, within the trace of who asked", async () => {
  const trace = newTrace();
  const seen = await within(trace, () => inSpan({ name: "work" }, async () => [currentTrace(), traceHeaders()]));
  expect(seen).toEqual([trace, { traceparent: toTraceparent(trace) }]);
  expect(traceHeaders()).toEqual({});
});

test("an event and a log line name the trace in which they were written", async () => {
  const { db, close } = await openDatabase();
  const lines: string[] = [];
  const logger = createLogger("kit", "info", { write: (line) => void lines.push(line) });
  const trace = newTrace();
  await within(trace, async () => {
    await appendEvents(db, [says("a", "one")]);
    logger.info("appended");
  });
  const [row] = await db.$queryRawUnsafe<{ headers: Record<string, string> }[]>("select headers from kit.outbox");
  expect(row?.headers.traceparent).toBe(toTraceparent(trace));
  expect(JSON.parse(lines[0] ?? "").traceId).toBe(trace.traceId);
  await close();
});
