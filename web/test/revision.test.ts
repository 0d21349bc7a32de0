import { type Draft, inputOf, shown } from "../src/features/projects/revision.ts";

const base: Draft = {
  title: "Parler pour convaincre",
  problem: "Comment oser parler ?",
  objectives: "",
  levels: "Cycle 4",
  tools: "",
  sharing: "",
  durationYears: 1,
  meetingCommitment: false,
  referentId: null,
  pilotId: null,
  cardieId: null,
  members: [],
};

const claire = { id: "p1", displayName: "Claire Vasseur" };

describe("the application while it is written", () => {
  it("sends a person's id, and null for nobody", () => {
    expect(inputOf({ title: "Oser", referentId: claire })).toEqual({ title: "Oser", referentId: "p1" });
    expect(inputOf({ pilotId: null })).toEqual({ pilotId: null });
  });

  it("sends the team without names", () => {
    const member = { personId: "p1", degree: "SECOND", implementsInClass: true, disciplineCode: "svt" } as const;
    expect(inputOf({ members: [{ ...member, displayName: "Claire Vasseur" }] })).toEqual({ members: [member] });
  });

  it("shows a version in words", () => {
    expect(shown("durationYears", base.durationYears)).toBe("Une année");
    expect(shown("referentId", claire)).toBe("Claire Vasseur");
    expect(shown("members", base.members)).toBe("Aucune personne");
  });
});
