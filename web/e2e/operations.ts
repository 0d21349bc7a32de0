import { create, toBinary } from "@bufbuild/protobuf";
import { appendEvents } from "@trame/kit/outbox";
import { pgDatabase } from "@trame/kit/sql";
import { AcademyRecordedSchema } from "@trame/proto-schemas/people/v1/events_pb";
import { topics } from "@trame/proto-schemas/topics";
import pg from "pg";
import type { Trame } from "../../services/kit/dev/supervisor.ts";
import { faultsOf, shoot, type Window } from "./browser.ts";

/** A key of people's that projects cannot bear, until it is mended; another at each run on the same data. */
const KEY = `essai-${Date.now().toString(36)}`;

/** Breaks the reaction of projects to academies named « poison », as a fault of its own would. */
const BREAK = `create or replace function refuse_poison() returns trigger language plpgsql as $$
  begin if new.label = 'poison' then raise exception 'this label cannot be kept'; end if; return new; end $$;
  create or replace trigger refuse_poison before insert or update on academy
    for each row execute function refuse_poison()`;
const MEND = "drop trigger refuse_poison on academy";

/** What an operator lives when messages fail: sees them, mends and replays, gives one up with a reason, finds it in the trail. */
export async function operatesThrough(window: Window, trame: Trame): Promise<string[]> {
  const { page } = window;
  const projects = new pg.Pool({ connectionString: trame.databaseUrl("projects"), max: 1 });
  const labelOf = async () => (await projects.query("select label from academy where code = $1", [KEY])).rows[0]?.label;
  const faults: string[] = [];
  const look = async (name: string) => {
    await shoot(page, name);
    faults.push(...(await faultsOf(page)).map((fault) => `${name}: ${fault}`));
  };
  try {
    await projects.query(BREAK);
    await recorded(trame, ["poison", "première"]);
    await page.goto(`${trame.origin}/espace/exploitation`);
    await until(page, () => page.getByRole("link", { name: /Voir les 2 messages retenus/ }).isVisible());
    await look("exploitation");
    await page.getByRole("link", { name: /Voir les 2 messages retenus/ }).click();
    await page.getByText("this label cannot be kept").waitFor();
    await look("exploitation-retenu");

    await projects.query(MEND);
    await page.getByRole("button", { name: "Rejouer" }).click();
    await until(page, () => page.getByText("Aucun message n’est retenu").isVisible());
    expect(await labelOf()).toBe("première");

    await projects.query(BREAK);
    await recorded(trame, ["poison", "seconde"], 3);
    await until(page, () => page.getByRole("button", { name: "Renoncer à ce message…" }).isVisible());
    await page.getByRole("button", { name: "Renoncer à ce message…" }).click();
    await page.getByRole("button", { name: "Renoncer", exact: true }).click();
    await page.getByText("Le motif est à renseigner").first().waitFor();
    await page.getByLabel("Motif").first().fill("libellé d’essai");
    await page.getByRole("button", { name: "Renoncer", exact: true }).click();
    await until(page, () => page.getByText("Aucun message n’est retenu").isVisible());
    expect(await labelOf()).toBe("seconde");

    await page.goto(`${trame.origin}/espace/exploitation/projects/journal?objet=Event`);
    for (const words of ["event.skipped", "libellé d’essai", "event.replayed"]) {
      expect(await page.getByText(words).first().isVisible()).toBe(true);
    }
    await look("exploitation-journal");
    await page.goto(`${trame.origin}/espace/exploitation/projects/echeancier`);
    await look("exploitation-echeancier");
    return faults;
  } finally {
    await projects.query(MEND.replace("drop trigger", "drop trigger if exists"));
    await projects.end();
  }
}

/** people tells of an academy, as it does when one is recorded. */
async function recorded(trame: Trame, labels: string[], version = 1): Promise<void> {
  const pool = new pg.Pool({ connectionString: trame.databaseUrl("people"), max: 1 });
  try {
    const events = labels.map((label, nth) => ({
      topic: topics.people,
      key: KEY,
      type: AcademyRecordedSchema.typeName,
      version: version + nth,
      at: new Date("2020-05-18T07:00:00Z"),
      value: toBinary(
        AcademyRecordedSchema,
        create(AcademyRecordedSchema, { academy: { code: KEY, name: label, label, timeZone: "Europe/Paris" } }),
      ),
    }));
    await pgDatabase(pool).$transaction((tx) => appendEvents(tx, events));
  } finally {
    await pool.end();
  }
}

/** Reads the page again until it shows what is expected: retries and events take their time. */
async function until(page: Window["page"], shown: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 60; tries++) {
    if (await shown()) return;
    await page.waitForTimeout(500);
    await page.reload({ waitUntil: "networkidle" });
  }
  throw new Error(`not shown: ${await page.locator("main").textContent()}`);
}
