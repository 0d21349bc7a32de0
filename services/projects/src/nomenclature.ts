import { readFileSync } from "node:fs";
import { appendEvents } from "@trame/kit/outbox";
import type { ServiceBase } from "@trame/kit/service";
import { topics } from "@trame/proto-schemas/topics";
import { parse } from "csv-parse/sync";
import type { Db } from "./database.ts";
import { tellDiscipline } from "./events.ts";

interface Row {
  code: string;
  libelle: string;
  transversal: "oui" | "non";
}

/** The disciplines of data/disciplines.csv: what is new or changed is recorded and told. */
export async function loadDisciplines({ db, clock }: ServiceBase<Db>): Promise<void> {
  const rows: Row[] = parse(readFileSync(new URL("../data/disciplines.csv", import.meta.url)), { columns: true });
  const known = new Map((await db.discipline.findMany()).map((discipline) => [discipline.code, discipline]));
  for (const { code, libelle: label, transversal: flag } of rows) {
    const before = known.get(code);
    const transversal = flag === "oui";
    if (before?.label === label && before.transversal === transversal) continue;
    const version = (before?.version ?? 0) + 1;
    const data = { code, label, transversal, version };
    await db.$transaction(async (tx) => {
      await tx.discipline.upsert({ where: { code }, create: data, update: data });
      await appendEvents(tx, [
        { ...tellDiscipline(data), topic: topics.projects, key: code, version, at: clock.now() },
      ]);
    });
  }
}
