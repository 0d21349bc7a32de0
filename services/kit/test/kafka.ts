import { findKafka, type KafkaFound } from "../dev/kafka.ts";

/** Tests that need a broker. Without one they are skipped with one visible line; in CI that is a failure. */
export function describeKafka(name: string, tests: (found: KafkaFound) => void): void {
  const found = findKafka();
  if (found.kind !== "none") {
    describe(name, () => tests(found));
    return;
  }
  const line = `${name}: skipped, ${found.reason}`;
  if (process.env.CI === "true") {
    test(name, () => {
      throw new Error(line);
    });
    return;
  }
  process.stderr.write(`${line}\n`);
  test.skip(line, () => {});
}
