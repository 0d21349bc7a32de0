import { acting, type Demo, roll } from "@trame/kit/demo";
import type { Db, Tx } from "../src/database.ts";
import type { PayLine } from "../src/domain/instalment.ts";
import type { Instalment } from "../src/gen/prisma/client.ts";
import {
  attestService,
  orderPayment,
  recordPayment,
  rejectPayment,
  setEnvelope,
  setPayLines,
} from "../src/store/pay.ts";

const YEAR = "2019-2020";

/** Autumn 2019: the first instalment, most of it paid before Christmas; some were rejected, some forgotten. */
export async function pay(demo: Demo<Tx, Db>): Promise<void> {
  const office = await demo.db.mandate.findFirstOrThrow({ where: { role: "PROGRAMME" }, orderBy: { id: "asc" } });
  const programme = acting(office.personId, { role: "PROGRAMME" });
  const first = await demo.db.instalment.findMany({ where: { schoolYear: YEAR, number: 1 }, orderBy: { id: "asc" } });
  const codes = [...new Set(first.map(({ academyCode }) => academyCode))].sort();
  await demo.each("Enveloppes de moyens", codes, async (academyCode) => {
    const teams = first.filter((instalment) => instalment.academyCode === academyCode).length;
    const hundredths = (teams * 45 + 10 * roll(4, academyCode)) * 100;
    const envelope = { academyCode, schoolYear: YEAR, nature: "HSE", measure: "UNITS", hundredths } as const;
    await demo.commit(programme, new Date("2019-09-12T10:00:00+02:00"), (tx, command) =>
      setEnvelope(tx, command, envelope),
    );
  });
  await demo.each("Premiers versements", first, async (instalment, index) => {
    const attester = await attesterOf(demo.db, instalment);
    const lines = attester && (await linesOf(demo.db, instalment));
    if (!attester || !lines || lines.length === 0) return;
    const { id, projectId } = instalment;
    const at = (text: string) => new Date(text);
    const attestedAt = at(`2019-11-${String(10 + roll(15, id)).padStart(2, "0")}T11:00:00+01:00`);
    await demo.commit(attester, attestedAt, (tx, command) =>
      setPayLines(tx, command, { projectId, schoolYear: YEAR, number: 1, lines }),
    );
    // A few teams still wait for their attestation: it shows as what it is, late.
    if (index % 19 === 7) return;
    await demo.commit(attester, attestedAt, (tx, command) => attestService(tx, command, id, null));
    if (index % 17 === 5) {
      await demo.commit(programme, at("2019-11-27T15:00:00+01:00"), (tx, command) =>
        rejectPayment(tx, command, id, "La quantité dépasse ce qui était prévu pour l'équipe : à revoir."),
      );
      return;
    }
    await demo.commit(programme, at("2019-12-02T15:00:00+01:00"), (tx, command) =>
      orderPayment(tx, command, id, "TraAM-2019-1"),
    );
    await demo.commit(programme, at("2019-12-20T09:00:00+01:00"), (tx, command) =>
      recordPayment(tx, command, id, "2019-12-20"),
    );
  });
}

/** The pilot where there is one, else the DAN. */
async function attesterOf(db: Db, { themeId, academyCode }: Instalment) {
  const pilot = await db.mandate.findFirst({ where: { role: "PILOT", themeId, academyCode }, orderBy: { id: "asc" } });
  if (pilot) return acting(pilot.personId, { role: "PILOT", themeId, academyCode });
  const dan = await db.mandate.findFirst({ where: { role: "DAN", academyCode }, orderBy: { id: "asc" } });
  return dan && acting(dan.personId, { role: "DAN", academyCode });
}

async function linesOf(db: Db, { themeId, academyCode }: Instalment): Promise<PayLine[]> {
  const where = { themeId, academyCode, role: { in: ["TEACHER", "REFERENT"] }, startsOn: { lte: "2019-12-31" } };
  const mandates = await db.mandate.findMany({ where, orderBy: { id: "asc" } });
  const hours = new Map(mandates.map(({ personId, role }) => [personId, role === "REFERENT" ? 9 : 5]));
  return [...hours].map(([personId, units]) => {
    return { personId, nature: "HSE", otherNature: null, measure: "UNITS", hundredths: units * 100 };
  });
}
