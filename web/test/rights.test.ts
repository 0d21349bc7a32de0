import { can, familyOf, type Held, holds, whoMay } from "../src/features/people/rights.ts";

const rennes = { academyCodes: ["14"], themeId: "oral" };
const person = (...mandates: Held["mandates"]): Held => ({ mandates });
const referent = person({ role: "REFERENT", academy: { code: "14" }, theme: { id: "oral" } });
const dan = person({ role: "DAN", academy: { code: "14" } });
const pilot = person({ role: "PILOT", academy: { code: "14" }, theme: { id: "oral" } });
const office = person({ role: "PROGRAMME" });

describe("what the screens offer, by mandate", () => {
  it("lets the référent write the application and not submit it (R19)", () => {
    expect(can(referent, "reviseApplication", rennes)).toBe(true);
    expect(can(referent, "submitApplication", rennes)).toBe(false);
  });

  it("lets the pilot of the group, or the DAN of the academy, submit (R19)", () => {
    expect(can(pilot, "submitApplication", rennes)).toBe(true);
    expect(can(dan, "submitApplication", rennes)).toBe(true);
    expect(can(pilot, "submitApplication", { ...rennes, themeId: "svt" })).toBe(false);
    expect(can(dan, "submitApplication", { academyCodes: ["03"], themeId: "oral" })).toBe(false);
  });

  it("leaves the decision to the programme office (R20)", () => {
    expect(can(office, "decideApplication")).toBe(true);
    expect(can(dan, "decideApplication", rennes)).toBe(false);
  });

  it("keeps a theme's work plan to its own experts (R47)", () => {
    const expert = person({ role: "EXPERT", theme: { id: "oral" } });
    expect(can(expert, "setWorkPlan", { themeId: "oral" })).toBe(true);
    expect(can(expert, "setWorkPlan", { themeId: "svt" })).toBe(false);
  });

  it("asks the DASEN of the very département (R42)", () => {
    const dasen = person({ role: "DASEN", academy: { code: "14" }, departement: "35" });
    expect(can(dasen, "giveDasenAgreement", { departement: "35" })).toBe(true);
    expect(can(dasen, "giveDasenAgreement", { departement: "29" })).toBe(false);
  });

  it("offers nothing to a visitor", () => {
    expect(can(null, "decideApplication")).toBe(false);
    expect(holds(null, "PROGRAMME")).toBe(false);
  });

  it("carries a mandate of Caen over to Normandie", () => {
    const normandie = { code: "70", predecessors: [{ code: "05" }, { code: "21" }], successor: null };
    const caen = person({ role: "DAN", academy: { code: "05" } });
    expect(can(caen, "submitApplication", { academyCodes: familyOf(normandie), themeId: "oral" })).toBe(true);
    expect(familyOf(null)).toEqual([]);
  });

  it("names whom to ask in French", () => {
    expect(whoMay("submitApplication")).toBe("Inspection pilote, Délégué·e académique au numérique");
  });
});
