import { fieldId } from "./command.ts";

/** Takes the person to a field by its path, or to the one it is part of: `members.0` is answered by `members`. */
export function focusField(path: string, scope = ""): boolean {
  for (let name = path; name; name = name.slice(0, Math.max(0, name.lastIndexOf(".")))) {
    const found = document.getElementById(fieldId(name, scope));
    if (!found) continue;
    // A group of boxes takes no focus itself: its first box does.
    const input = found instanceof HTMLFieldSetElement ? (found.querySelector("input") ?? found) : found;
    input.scrollIntoView({ block: "center" });
    input.focus({ preventScroll: true });
    return true;
  }
  return false;
}
