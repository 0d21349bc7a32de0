import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { newFolder } from "./folders.ts";

const folder = newFolder("expand");

function faultsOf(sql: string): string {
  const file = join(folder, "migration.sql");
  writeFileSync(file, sql);
  return spawnSync(process.execPath, [join(__dirname, "../dev/tools/expand-only.mjs"), file], { encoding: "utf8" })
    .stderr;
}

test.each([
  ["alter table a drop column b", "ban-drop-column"],
  ["drop table a", "ban-drop-table"],
  ["alter table a rename column b to c", "renaming-column"],
  ["alter table a add column b text not null", "adding-required-field"],
  ["alter table a alter column b set not null", "adding-not-nullable-field"],
  ["-- squawk-ignore ban-drop-column\nalter table a drop column b", "says what is ignored, and not why"],
])("a migration that takes away is refused: %s", (sql, rule) => {
  expect(faultsOf(`${sql};\n`)).toContain(rule);
});

test("a migration that adds passes, and so does one that takes away and says since when nothing needs it", () => {
  expect(faultsOf("create table a (b text); alter table a add column c text not null default '';\n")).toBe("");
  const marked =
    "-- Contract: nothing reads a.b since 1.4\n-- squawk-ignore ban-drop-column\nalter table a drop column b;\n";
  expect(faultsOf(marked)).toBe("");
});
