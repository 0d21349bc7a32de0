import type { Member } from "./cast.ts";
import type { Stage } from "./plan.ts";
import { RENNES, themeIdOf } from "./teams.ts";
import { DISCIPLINES } from "./themes.ts";

const ALWAYS: [string, null] = ["2018-09-01", null];

/** Those who hold an office, in each academy and at the ministry. */
export function offices({ cast, give, academies }: Stage): void {
  give("admin", cast.official("admin", ["Administratrice", "Administrateur"]), "ADMIN", {}, ALWAYS);
  for (const [index, seed] of ["programme", "programme-2", "programme-3"].entries()) {
    const position = index === 0 ? "Cheffe de projet TraAM" : "Chargé·e de mission";
    give(seed, cast.official(seed, [position, position]), "PROGRAMME", {}, ALWAYS);
  }
  for (const seed of ["editor", "editor-2"]) {
    give(seed, cast.official(seed, ["Rédactrice", "Rédacteur"]), "EDITOR", {}, ALWAYS);
  }
  for (const seed of ["analyst", "analyst-2"]) {
    give(seed, cast.official(seed, ["Analyste", "Analyste"]), "ANALYST", {}, ALWAYS);
  }
  for (const academy of academies) academicOffices({ cast, give, academies }, academy);
}

/** The DAN and the head of the CARDIE; those of Caen go on in Normandie. */
function academicOffices({ cast, give }: Stage, { id: code, validTo, validFrom }: Stage["academies"][number]): void {
  if (code === "44" || code === "42") return;
  const rennes = code === RENNES;
  const home = code === "70" ? "05" : code;
  const dan = cast.official(
    rennes ? "dan" : `dan/${home}`,
    ["Déléguée académique au numérique", "Délégué académique au numérique"],
    home,
  );
  const cardie = cast.official(
    rennes ? "cardie" : `cardie/${home}`,
    ["Responsable de la CARDIE", "Responsable de la CARDIE"],
    home,
  );
  const days: [string, string | null] = [validFrom ?? "2018-09-01", validTo];
  give(`dan/${code}`, dan, "DAN", { academyCode: code }, days);
  give(`cardie/${code}`, cardie, "CARDIE", { academyCode: code }, days);
}

/** The DASEN of a département, appointed where an agreement will be asked. */
export const dasenOf = (cast: Stage["cast"], academyCode: string, departement: string): Member =>
  cast.official(
    departement === "35" ? "dasen" : `dasen/${departement}`,
    ["Directrice académique (DASEN)", "Directeur académique (DASEN)"],
    academyCode,
  );

export const ienOf = (cast: Stage["cast"], academyCode: string): Member =>
  cast.official(academyCode === RENNES ? "ien" : `ien/${academyCode}`, ["IEN-TICE", "IEN-TICE"], academyCode);

const INSPECTORS = 14;
const EXPERTS = 20;

/** One inspecteur général and one or two experts for each theme (R22, R25). */
export function nationals({ cast, give }: Stage, themes: Record<string, readonly (readonly string[])[]>): void {
  for (const [label, list] of Object.entries(themes)) {
    const days: [string, string] = label === "2019-2020" ? ["2019-02-18", "2021-08-31"] : ["2020-02-17", "2022-08-31"];
    for (const [index, disciplines] of list.entries()) {
      const n = index + 1;
      const themeId = themeIdOf(label, n);
      const field = DISCIPLINES[disciplines[0] ?? ""] ?? "éducation aux médias";
      const inspector = cast.official(seedOf("inspector-general", n, INSPECTORS), [
        `Inspectrice générale, ${field}`,
        `Inspecteur général, ${field}`,
      ]);
      give(`${label}/${n}/inspector`, inspector, "INSPECTOR_GENERAL", { themeId }, days);
      const expert = cast.official(seedOf("expert", n, EXPERTS), [`Experte DNE, ${field}`, `Expert DNE, ${field}`]);
      give(`${label}/${n}/expert`, expert, "EXPERT", { themeId }, days);
      if (n % 3 === 0) {
        const second = cast.official(seedOf("expert", 16 + ((n / 3) % 4), EXPERTS), [
          `Experte DNE, ${field}`,
          `Expert DNE, ${field}`,
        ]);
        give(`${label}/${n}/expert-2`, second, "EXPERT", { themeId }, days);
      }
    }
  }
}

/** The first of each is the one who can be signed in as, and has the first theme of both campaigns. */
const seedOf = (role: string, n: number, count: number) => (n === 1 ? role : `${role}/${((n - 1) % count) + 1}`);
