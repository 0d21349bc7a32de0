import type { Actor } from "@trame/kit/actor";
import { acting } from "@trame/kit/demo";
import { stableId } from "@trame/kit/id";
import { family } from "../src/domain/academy.ts";
import { readAcademies } from "../src/nomenclature.ts";
import { giveDasenAgreement } from "../src/store/agreements.ts";
import { appoint } from "../src/store/appointments.ts";
import { toAcademicGroup } from "../src/store/groups.ts";
import { plan, type Stage } from "./persons.ts";
import type { Flaw } from "./teams.ts";

const YEAR_ENDS = "2020-08-31";
const academies = readAcademies().map(({ id, successorCode }) => ({ id, successorCode }));

/** Summer 2019: academies complete their groups; a few lack somebody still. */
export async function groups(demo: Stage): Promise<void> {
  const flaws = new Map(plan().teams.map(({ themeId, academyCode, flaw }) => [`${themeId}/${academyCode}`, flaw]));
  const rows = await demo.db.academicGroup.findMany({ orderBy: { id: "asc" } });
  await demo.each("Groupes académiques", rows.map(toAcademicGroup), async (group) => {
    const flaw = flaws.get(`${group.themeId}/${group.academyCode}`) ?? null;
    for (const { code, subject } of group.gaps) await remedy(demo, group, { code, subject, flaw });
  });
  const complete = await demo.db.academicGroup.count({ where: { complete: true } });
  demo.say(`Groupes complets : ${complete} sur ${rows.length}`);
}

interface Found {
  code: string;
  subject: string | null;
  flaw: Flaw | null;
}

async function remedy(
  demo: Stage,
  group: { id: string; themeId: string; academyCode: string },
  { code, subject, flaw }: Found,
) {
  const { id, themeId, academyCode } = group;
  const place = { academyCode, themeId };
  if (code === "NO_CARDIE" && flaw !== "NO_CARDIE") {
    const head = await holder(demo, "CARDIE", academyCode);
    await seat(demo, head, "CARDIE", place, head?.personId, "2019-06-27");
  } else if (code === "NO_IEN") {
    const key = academyCode === "14" ? "ien" : `ien/${academyCode}`;
    await seat(demo, await holder(demo, "DAN", academyCode), "IEN", place, stableId("demo-person", key), "2019-06-28");
  } else if (code === "NO_DASEN_AGREEMENT" && flaw !== "NO_AGREEMENT" && subject !== null) {
    const dasen = await demo.db.mandate.findFirst({ where: { role: "DASEN", departement: subject } });
    if (!dasen) return;
    const by = acting(dasen.personId, { role: "DASEN", departement: subject });
    await demo.commit(by, new Date("2019-07-02T10:00:00+02:00"), (tx, command) =>
      giveDasenAgreement(tx, command, id, { departement: subject, granted: true, note: null }),
    );
  }
}

/** Who holds the academy's office then: Caen's and Rouen's own until the end of 2019. */
const holder = ({ db }: Stage, role: string, academyCode: string) =>
  db.mandate.findFirst({
    where: { role, themeId: null, academyCode: { in: family(academies, academyCode) } },
    orderBy: { startsOn: "asc" },
  });

async function seat(
  demo: Stage,
  giver: { personId: string; role: string; academyCode: string | null } | null,
  role: "CARDIE" | "IEN",
  place: { academyCode: string; themeId: string },
  personId: string | undefined,
  startsOn: string,
): Promise<void> {
  if (!giver || !personId) return;
  const by: Actor = acting(giver.personId, { role: giver.role, academyCode: place.academyCode });
  await demo.commit(by, new Date(`${startsOn}T15:00:00+02:00`), (tx, command) =>
    appoint(tx, command, {
      id: stableId("demo-mandate", role, place.academyCode, place.themeId),
      personId,
      role,
      ...place,
      disciplineCode: null,
      departement: null,
      corps: null,
      degree: null,
      track: null,
      implementsInClass: false,
      startsOn,
      endsOn: YEAR_ENDS,
      designation: null,
    }),
  );
}
