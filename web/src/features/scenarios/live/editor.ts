import { standardKeymap } from "@codemirror/commands";
import { EditorState } from "@codemirror/state";
import { drawSelection, EditorView, keymap } from "@codemirror/view";
import { yCollab, yUndoManagerKeymap } from "y-codemirror.next";
import { createRelativePositionFromTypeIndex, UndoManager } from "yjs";
import { carets, type Names } from "./carets.ts";
import type { LiveField } from "./fields.ts";
import type { Session } from "./session.ts";

export interface Mounting {
  session: Session;
  field: LiveField;
  host: HTMLElement;
  names: Names;
  /** What names and describes the field; the Tab key leaves it, as it leaves any other. */
  attributes: Record<string, string>;
  nonce: string | undefined;
}

/** A field's text in CodeMirror, bound to the document. */
export function mountEditor({ session, field, host, names, attributes, nonce }: Mounting): EditorView {
  const text = session.document.getText(field);
  return new EditorView({
    parent: host,
    state: EditorState.create({
      doc: text.toString(),
      extensions: [
        // The document counts every character: a carriage return is one, and no end of a line.
        EditorState.lineSeparator.of("\n"),
        EditorView.clipboardInputFilter.of((pasted) => pasted.replace(/\r\n?/g, "\n")),
        EditorView.cspNonce.of(nonce ?? ""),
        EditorView.lineWrapping,
        EditorView.contentAttributes.of(attributes),
        drawSelection(),
        keymap.of([...yUndoManagerKeymap, ...standardKeymap]),
        // Carets are drawn by ourselves: the binding's own come with inline styles, which the policy forbids.
        yCollab(text, null, { undoManager: new UndoManager(text) }),
        carets(session, field, names),
        EditorView.updateListener.of(({ view, focusChanged, selectionSet, docChanged }) => {
          if (view.hasFocus && (focusChanged || selectionSet || docChanged)) tellSelection(session, field, view);
          if (focusChanged && !view.hasFocus) session.tellWhere(null);
        }),
      ],
    }),
  });
}

function tellSelection(session: Session, field: LiveField, view: EditorView): void {
  const text = session.document.getText(field);
  const { anchor, head } = view.state.selection.main;
  const at = (index: number) => createRelativePositionFromTypeIndex(text, Math.min(index, text.length));
  session.tellWhere(field, { anchor: at(anchor), head: at(head) });
}
