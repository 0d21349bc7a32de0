import { findKafka, type KafkaFound } from "../dev/kafka.ts";
import { describeWith } from "./needs.ts";

/** Tests that need a broker. */
export function describeKafka(name: string, tests: (found: KafkaFound) => void): void {
  const found = findKafka();
  if (found.kind === "none") describeWith(name, found.reason, () => {});
  else describeWith(name, undefined, () => tests(found));
}
