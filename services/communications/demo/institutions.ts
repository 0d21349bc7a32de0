import { acting } from "@trame/kit/demo";
import { institutions as read, setInstitution } from "../src/store/distribution.ts";
import type { Stage } from "./common.ts";

/** Addresses that lead nowhere, for the recipients who always get the syntheses. */
export async function institutions(demo: Stage): Promise<void> {
  const mandate = await demo.db.mandate.findFirst({ where: { role: "PROGRAMME" }, orderBy: { id: "asc" } });
  if (!mandate) throw new Error("no mandate of the programme office has arrived yet");
  const by = acting(mandate.personId, { role: "PROGRAMME" });
  const missing = (await read(demo.db)).filter(({ email }) => email === null);
  await demo.commit(by, new Date("2019-09-09T09:00:00+02:00"), async (tx, command) => {
    for (const { code } of missing) {
      await setInstitution(tx, command, { code, email: `${code.toLowerCase()}@institutions.example` });
    }
  });
  demo.say(`Destinataires des synthèses : ${missing.length}`);
}
