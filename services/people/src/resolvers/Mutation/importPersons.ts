import { answer } from "@trame/kit/answer";
import { forbidden, refuse } from "@trame/kit/refusal";
import { refusals } from "../../errors.ts";
import type { MutationResolvers } from "../../gen/schema.ts";
import { importLines, mayImport, type Outcome } from "../../store/imports.ts";
import { NotASheet, readSheet } from "../../transfer/sheet.ts";

/** Takes what was tried back again: the preview is the import itself, undone. */
class Untouched extends Error {
  override name = "Untouched";
}

export const importPersons: MutationResolvers["importPersons"] = async (_, { input }, ctx) => {
  const preview = input.preview ?? true;
  let lines: Outcome[] = [];
  const load = async () => ({ applied: true, lines });
  try {
    return await answer(ctx, { operation: "importPersons", input: {}, as: "report", load }, async (tx, command) => {
      if (!mayImport(command)) refuse(forbidden());
      lines = await importLines(tx, command, sheetOf(input.content));
      const refused = lines.some(({ person }) => person === "REFUSED");
      if (preview || (refused && !input.skipRefused)) throw new Untouched();
      return "import";
    });
  } catch (error) {
    if (!(error instanceof Untouched)) throw error;
    return { report: { applied: false, lines }, errors: [] };
  }
};

function sheetOf(content: string) {
  try {
    return readSheet(Buffer.from(content, "base64"));
  } catch (error) {
    if (!(error instanceof NotASheet)) throw error;
    refuse(refusals.notASheet(error.message));
  }
}
