import { meetingList } from "../src/features/meetings/meetingList.tsx";
import { applicationList } from "../src/features/projects/applicationList.tsx";
import { chosenColumns, namedColumns } from "../src/ui/list/columns.ts";

const at = (search: string) => applicationList.chosenAt(new URLSearchParams(search));
const nothing = { campaigns: { nodes: [{ id: "1", label: "2019-2020" }] } } as never;

describe("the columns of a list", () => {
  const columns = [
    { name: "titre", label: "Titre", value: () => "" },
    { name: "etat", label: "État", value: () => "" },
    { name: "motif", label: "Motif", value: () => "", extra: true },
  ];
  const names = (named?: string) => chosenColumns(columns, named).map(({ name }) => name);

  it("are the ordinary ones until some are chosen", () => {
    expect(names()).toEqual(["titre", "etat"]);
    expect(names("motif")).toEqual(["titre", "motif"]);
    expect(names("inconnue")).toEqual(["titre", "etat"]);
  });

  it("are named in the address only when they are not the ordinary ones", () => {
    expect(namedColumns(columns, ["motif", "etat"])).toBe("etat,motif");
    expect(namedColumns(columns, ["etat"])).toBeUndefined();
    expect(namedColumns(columns, [])).toBeUndefined();
    expect(namedColumns(columns, ["etat,motif"])).toBe("etat,motif");
  });
});

describe("one view of a list has one address", () => {
  const canonical = (search: string) =>
    applicationList.canonical(new URL(`http://localhost/espace/candidatures${search}`));

  it("whatever a form sends", () => {
    expect(canonical("?q=&etat=DRAFT")).toBe("/espace/candidatures?etat=DRAFT");
    expect(canonical("?colonnes=etat&colonnes=theme")).toBe("/espace/candidatures?colonnes=theme%2Cetat");
    expect(canonical("?colonnes=academie&colonnes=theme&colonnes=etat&colonnes=depot")).toBe("/espace/candidatures");
    expect(canonical("?etat=DRAFT&colonnes=theme%2Cetat")).toBeNull();
  });
});

describe("the restrictions of a list", () => {
  it("each have a pill that takes away itself only", () => {
    const pills = applicationList.pills(nothing, at("q=voix&campagne=1&etat=RETAINED&tri=TITLE_ASC"));
    expect(pills.map(({ name, label }) => `${name} : ${label}`)).toEqual([
      "Mots cherchés : voix",
      "Campagne : 2019-2020",
      "État : Retenue",
    ]);
    expect(pills[1]?.without).toBe("/espace/candidatures?q=voix&etat=RETAINED&tri=TITLE_ASC");
  });

  it("go together, and the order and the columns stay", () => {
    const chosen = at("q=voix&campagne=1&tri=TITLE_ASC&colonnes=theme");
    expect(applicationList.cleared(chosen)).toBe("/espace/candidatures?tri=TITLE_ASC&colonnes=theme");
  });

  it("do not count what only says which list it is", () => {
    const chosen = meetingList.chosenAt(new URLSearchParams("quand=tenues&projet=p"));
    expect(meetingList.pills({ viewer: null } as never, chosen)).toHaveLength(1);
    expect(meetingList.cleared(chosen)).toBe("/espace/reunions?quand=tenues");
  });
});

test("an order that the list does not offer is its ordinary one", () => {
  expect(applicationList.orderOf(at("tri=TITLE_ASC"))).toBe("TITLE_ASC");
  expect(applicationList.orderOf(at("tri=toString"))).toBe("SUBMITTED_DESC");
});

test("the export has the list's filters, order and columns, not its page", () => {
  const chosen = at("etat=DRAFT&tri=TITLE_ASC&colonnes=theme&vue=tableau&apres=x&page=3");
  expect(applicationList.exported(chosen, "csv")).toBe(
    "/export/candidatures.csv?etat=DRAFT&tri=TITLE_ASC&colonnes=theme",
  );
});
