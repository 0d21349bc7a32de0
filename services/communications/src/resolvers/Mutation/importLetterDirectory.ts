import { answer } from "@trame/kit/answer";
import type { MutationResolvers } from "../../gen/schema.ts";
import { type DirectoryImport, importDirectory } from "../../store/directory.ts";

export const importLetterDirectory: MutationResolvers["importLetterDirectory"] = (_, { input }, ctx) => {
  let done: DirectoryImport | null = null;
  return answer(
    ctx,
    { operation: "importLetterDirectory", input: {}, as: "import", load: async () => done },
    async (tx, command) => {
      done = await importDirectory(tx, command, input);
      return "directory";
    },
  );
};
