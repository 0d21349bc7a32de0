/** Yjs, its connection and the editor: one chunk, which only who writes a draft loads. */
export { mountEditor } from "./editor.ts";
export { openSession } from "./session.ts";
