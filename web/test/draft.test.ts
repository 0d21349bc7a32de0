import { asTyped, clashes, only, settled, withoutFields } from "../src/ui/draft.ts";

interface Text {
  title: string;
  summary: string;
  levels: string[];
}

const stored: Text = { title: "Le ciel", summary: "", levels: ["6e"] };

describe("two persons write the same text", () => {
  it("asks nothing when the others changed other fields", () => {
    expect(clashes({ summary: "Le mien" }, stored, { ...stored, title: "Les étoiles" })).toBeNull();
  });

  it("asks nothing when both wrote the same", () => {
    expect(clashes({ levels: ["6e", "5e"] }, stored, { ...stored, levels: ["6e", "5e"] })).toBeNull();
  });

  it("shows what the others wrote in the fields that clash, and only those", () => {
    const latest = { ...stored, summary: "Le leur", title: "Les étoiles" };
    expect(clashes({ summary: "Le mien" }, stored, latest)).toEqual({ summary: "Le leur" });
  });
});

describe("what is typed while a save is under way", () => {
  it("stays unsaved", () => {
    expect(settled<Text>({ title: "Le ciel la nuit" }, { title: "Le ciel" }, { title: "Le ciel la nuit" })).toEqual({
      title: "Le ciel la nuit",
    });
  });

  it("is settled when it is what was saved", () => {
    expect(
      settled<Text>({ title: "Le ciel", summary: "x" }, { title: "Le ciel" }, { title: "Le ciel", summary: "x" }),
    ).toEqual({
      summary: "x",
    });
  });

  it("keeps the blank that the service trimmed away", () => {
    expect(asTyped(stored, { title: "Le ciel " }).title).toBe("Le ciel ");
    expect(asTyped({ ...stored, title: "Les étoiles" }, { title: "Le ciel " }).title).toBe("Les étoiles");
  });
});

test("a field in dispute is held back, the others are saved", () => {
  expect(withoutFields<Text>({ title: "Le mien", summary: "Le mien" }, { title: "Le leur" })).toEqual({
    summary: "Le mien",
  });
  expect(only(stored, "title")).toEqual({ title: "Le ciel" });
});
