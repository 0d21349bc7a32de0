import type { Sheet, SheetPart } from "./sheet.ts";

/** CommonMark: what authors typed stays what they typed, and nothing in it is taken for HTML or a link. */
export const markdownOf = ({ title, subtitle, parts }: Sheet): string =>
  [`# ${inline(title)}`, `*${inline(subtitle)}*`, ...parts.map(partOf)].filter(Boolean).join("\n\n").concat("\n");

function partOf(part: SheetPart): string {
  if ("heading" in part) return `## ${inline(part.heading)}`;
  if ("paragraph" in part)
    return part.paragraph
      .split(/\n{2,}/)
      .map(block)
      .join("\n\n");
  return part.facts.map(([name, value]) => `- **${inline(name)}** : ${inline(value)}`).join("\n");
}

/** Single line ends are kept; a line that begins a list may stay one. */
function block(text: string): string {
  const lines = text.split("\n").map((line) => line.trimEnd());
  return lines
    .map((line, rank) => (rank < lines.length - 1 && line !== "" ? `${escaped(line)}\\` : escaped(line)))
    .join("\n");
}

const inline = (text: string): string => escaped(text.replace(/\s*\n\s*/g, " ").trim());

const escaped = (text: string): string =>
  text
    .replace(/[\\`*_[\]<>|~]/g, "\\$&")
    .replace(/&(?=#|\w+;)/g, "\\&")
    .replace(/^(\s*)(#{1,6}|=+|\d+[.)])(?=\s|$)/, (_, space: string, mark: string) => `${space}\\${mark}`);
