import { isDead, judge, PAUSES_MS, retryAfterOf } from "../src/domain/webhook-retry.ts";
import { addressRules } from "../src/webhooks/address.ts";

const attempt = (status: number | null, retryAfterMs: number | null = null) => ({
  status,
  retryAfterMs,
  answer: "",
  ms: 1,
});

test("a delivery is tried over some three days, each pause longer and up to a fifth more", () => {
  const pauses = PAUSES_MS.map((_, index) => judge(attempt(500), index + 1, 0));
  expect(pauses).toEqual(PAUSES_MS.map((inMs) => ({ type: "again", inMs })));
  expect([...PAUSES_MS].sort((a, b) => a - b)).toEqual(PAUSES_MS);
  expect(PAUSES_MS.reduce((sum, one) => sum + one, 0) / 86_400_000).toBeGreaterThan(3);
  expect(judge(attempt(null), 1, 1)).toEqual({ type: "again", inMs: 6_000 });
  expect(judge(attempt(500), PAUSES_MS.length + 1, 0)).toEqual({ type: "exhausted" });
});

test("2xx is an acceptance, 410 a farewell, a redirect a failure", () => {
  expect(judge(attempt(204), 1, 0)).toEqual({ type: "delivered" });
  expect(judge(attempt(410), 1, 0)).toEqual({ type: "gone" });
  expect(judge(attempt(302), 1, 0).type).toBe("again");
});

test("who is too busy says until when, a day at most", () => {
  expect(judge(attempt(429, 60_000), 1, 0)).toEqual({ type: "again", inMs: 60_000 });
  expect(judge(attempt(429, 1_000), 1, 0)).toEqual({ type: "again", inMs: 5_000 });
  expect(judge(attempt(503, 9e9), 1, 0)).toEqual({ type: "again", inMs: 86_400_000 });
  expect(judge(attempt(500, 60_000), 1, 0)).toEqual({ type: "again", inMs: 5_000 });
  const now = new Date("2026-01-01T00:00:00Z");
  expect(retryAfterOf("120", now)).toBe(120_000);
  expect(retryAfterOf("Thu, 01 Jan 2026 00:01:00 GMT", now)).toBe(60_000);
  expect(retryAfterOf("soon", now)).toBeNull();
});

test("an endpoint is dead when it accepted nothing since a delivery began that failed to the end", () => {
  const began = new Date("2026-01-01T00:00:00Z");
  expect(isDead(began, null)).toBe(true);
  expect(isDead(began, new Date("2025-12-31T00:00:00Z"))).toBe(true);
  expect(isDead(began, new Date("2026-01-02T00:00:00Z"))).toBe(false);
});

test.each([
  ["https://10.0.0.1/x", false],
  ["https://[::1]/x", false],
  ["https://169.254.169.254/latest", false],
  ["https://localhost/x", false],
  ["https://db.internal/x", false],
  ["https://0x7f000001/x", false],
  ["https://8.8.8.8/x", true],
  ["https://edunum.example.org/x", true],
])("%s is public: %s", (address, isPublic) => {
  expect(addressRules([]).isPublic(new URL(address))).toBe(isPublic);
});
