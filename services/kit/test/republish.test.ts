import { auditTrail } from "../src/audit.ts";
import { appendEvents, countUnpublished } from "../src/outbox.ts";
import { pointOf, runRepublish } from "../src/republish.ts";
import { openDatabase, range, says } from "./support.ts";

test("the point from which to republish is a date with its offset, or a place in the outbox", () => {
  expect(pointOf(undefined)).toEqual({ everything: true });
  expect(pointOf("412")).toEqual({ fromSeq: 412 });
  expect(pointOf("2020-05-18")).toEqual({ from: new Date("2020-05-18T00:00:00Z") });
  expect(pointOf("2020-05-18T09:00:00+02:00")).toEqual({ from: new Date("2020-05-18T07:00:00Z") });
  for (const wrong of ["hier", "2020-05-18T09:00", "-3"]) expect(() => pointOf(wrong)).toThrow("--from");
});

test("the command republishes from a place in the outbox, with a line in the trail", async () => {
  const { url, db, close } = await openDatabase();
  const before = { ...process.env };
  const told = jest.spyOn(console, "log").mockImplementation(() => {});
  try {
    for (const nth of range(3)) await appendEvents(db, [says("a", `${nth}`, nth)]);
    await db.$executeRawUnsafe("update kit.outbox set published_at = now()");
    process.env.DATABASE_URL = url;
    await runRepublish("ears", ["--from", "2", "--reason", "projection perdue"]);
    expect(told).toHaveBeenCalledWith("ears : 2 événements seront publiés de nouveau.");
    expect(await countUnpublished(db)).toBe(2);
    expect(await auditTrail(db, "Service:ears")).toMatchObject([
      { actor: { kind: "program", name: "republish" }, reason: "projection perdue", detail: { count: 2, fromSeq: 2 } },
    ]);
  } finally {
    told.mockRestore();
    process.env = before;
    await close();
  }
});
