import * as Y from "yjs";
import { isLiveField } from "./document.ts";

/**
 * Whether what a browser sends is nothing but plain text in the fields of the scenario. Documents can hold other things,
 * which no reader of the text would ever see, and an update that cannot be read would spoil the document for good.
 */
export function isPlainWriting(update: Uint8Array): boolean {
  try {
    const { structs } = Y.decodeUpdate(update);
    return structs.every((struct) => !(struct instanceof Y.Item) || isPlain(struct));
  } catch {
    return false;
  }
}

function isPlain({ content, parent, parentSub }: Y.Item): boolean {
  const words = content instanceof Y.ContentString || content instanceof Y.ContentDeleted;
  // A root type by its name, else by what stands beside it, or by the place of another item.
  const placed = typeof parent !== "string" || isLiveField(parent);
  return words && placed && parentSub === null;
}

/** Whether the document holds all of it already: whoever comes back sends what was deleted again. */
export const isKnown = (document: Y.Doc, update: Uint8Array): boolean =>
  Y.snapshotContainsUpdate(Y.snapshot(document), update);
