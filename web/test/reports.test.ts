import { pageAt, reportAddress } from "../src/features/reports/address.ts";
import { reportOf } from "../src/features/reports/reports.ts";

test("the form carries the page that one comes from, and no address of elsewhere", () => {
  expect(reportAddress("/themes/a b")).toBe("/signaler?page=%2Fthemes%2Fa%20b");
  const at = (page: string) => pageAt(new URLSearchParams({ page }));
  expect([at("/themes"), at("//example.org"), at("/\\example.org"), at("https://example.org"), at("")]).toEqual([
    "/themes",
    "",
    "",
    "",
    "",
  ]);
});

test("a report of no known nature is « autre »; what was left empty is not sent", () => {
  const form = new FormData();
  form.set("kind", "NONSENSE");
  form.set("text", " Le lien est mort. ");
  form.set("website", "");
  expect(reportOf(form)).toMatchObject({ kind: "OTHER", text: "Le lien est mort.", contact: null, website: null });
});
