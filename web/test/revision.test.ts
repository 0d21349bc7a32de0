import { changes, conflictsOf, type Draft, merged, shown } from "../src/features/projects/revision.ts";

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

describe("the application while two persons write it", () => {
  it("sends only what changed", () => {
    expect(changes(base, base)).toEqual({});
    expect(changes(base, { ...base, title: "Oser", referentId: claire })).toEqual({ title: "Oser", referentId: "p1" });
  });

  it("takes a person off with null", () => {
    expect(changes({ ...base, pilotId: claire }, base)).toEqual({ pilotId: null });
  });

  it("sees the same team in another order of its members' fields as the same", () => {
    const read = { personId: "p1", degree: "SECOND", track: "GENERAL", disciplineCode: "svt" } as const;
    const typed = { disciplineCode: "svt", track: "GENERAL", degree: "SECOND", personId: "p1" } as const;
    const rest = { implementsInClass: true, departement: null, displayName: "Claire Vasseur" };
    const [one, other] = [read, typed].map((member) => ({ ...base, members: [{ ...member, ...rest }] }));
    expect(changes(one as Draft, other as Draft)).toEqual({});
  });

  it("holds back a field that is in dispute", () => {
    expect(changes(base, { ...base, title: "Oser", levels: "Lycée" }, ["title"])).toEqual({ levels: "Lycée" });
  });

  it("asks only where both changed the same to something else", () => {
    const mine = { ...base, title: "Oser", problem: "Ma question", levels: "Lycée" };
    const theirs = { ...base, title: "Oser", problem: "Leur question", tools: "Tablettes" };
    expect(conflictsOf(base, mine, theirs)).toEqual(["problem"]);
  });

  it("keeps mine and takes in what only they changed", () => {
    const mine = { ...base, levels: "Lycée" };
    const theirs = { ...base, tools: "Tablettes", members: [] };
    expect(merged(base, mine, theirs)).toEqual({ ...base, levels: "Lycée", tools: "Tablettes" });
  });

  it("shows a version in words", () => {
    expect(shown(base, "durationYears")).toBe("Une année");
    expect(shown({ ...base, referentId: claire }, "referentId")).toBe("Claire Vasseur");
    expect(shown(base, "tools")).toBe("(vide)");
  });
});
