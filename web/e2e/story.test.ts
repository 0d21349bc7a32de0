import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startTrame, type Trame } from "../../services/kit/dev/supervisor.ts";
import { describeWith } from "../../services/kit/test/needs.ts";
import { live } from "./story/live.ts";

jest.setTimeout(900_000);

const missing = process.env.CHROMIUM_PATH ? undefined : "CHROMIUM_PATH is not given";

describeWith("the programme's year in the portal", missing, () => {
  let dataDir: string;
  let trame: Trame;

  beforeAll(async () => {
    dataDir = mkdtempSync(join(tmpdir(), "trame-story-"));
    trame = await startTrame({ dataDir, ports: "free", demo: "small" });
  });
  afterAll(async () => {
    await trame?.stop();
    rmSync(dataDir, { recursive: true, force: true });
  });

  test("ten persons live it from the call to the second payment and the distributed synthesis, each at her or his browser", async () => {
    expect(await live(trame, "2020-2021", { width: 1280, colorScheme: "light" })).toEqual([]);
  });

  test("the same persons live the next one on the same data, on telephones in the dark", async () => {
    expect(await live(trame, "2021-2022", { width: 390, colorScheme: "dark" })).toEqual([]);
  });
});
