// Makes the letter's layout from src/mail/letter.mjml once, so that no process carries the compiler: every {{place}} is
// filled when a letter is written, and what stands between « each » and « end » is repeated.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import mjml from "mjml";

const { html, errors } = await mjml(readFileSync("src/mail/letter.mjml", "utf8"), {
  validationLevel: "strict",
  keepComments: true,
});
if (errors.length > 0) throw new Error(errors.map(({ formattedMessage }) => formattedMessage).join("\n"));
mkdirSync("src/gen", { recursive: true });
writeFileSync("src/gen/letter-layout.ts", `export const LETTER_LAYOUT = ${JSON.stringify(html)};\n`);
