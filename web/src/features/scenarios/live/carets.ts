import { type Range, StateEffect } from "@codemirror/state";
import {
  Decoration,
  type DecorationSet,
  type EditorView,
  ViewPlugin,
  type ViewUpdate,
  WidgetType,
} from "@codemirror/view";
import { createAbsolutePositionFromRelativePosition, createRelativePositionFromJSON, type Text as LiveText } from "yjs";
import { colourOf, type LiveField } from "./fields.ts";
import type { Session } from "./session.ts";

/** By the person's id; the document knows no names. */
export type Names = ReadonlyMap<string, string>;

interface Caret {
  personId: string;
  anchor: number;
  head: number;
}

const moved = StateEffect.define<null>();

/** Where the others are in the text: their selections, and their carets with a name. For the eyes only. */
export const carets = (session: Session, field: LiveField, names: Names) =>
  ViewPlugin.fromClass(
    class {
      decorations: DecorationSet;
      private readonly end: () => void;

      constructor(view: EditorView) {
        this.decorations = decorate(caretsIn(session, field), view.state.doc.length, names);
        // What is said of this window itself comes while the editor is being updated, and changes nothing here.
        const listen = (_change: unknown, origin: unknown) => {
          if (origin !== "local") view.dispatch({ effects: moved.of(null) });
        };
        session.awareness?.on("change", listen);
        this.end = () => session.awareness?.off("change", listen);
      }

      update({ docChanged, transactions, state }: ViewUpdate) {
        const told = transactions.some(({ effects }) => effects.some((effect) => effect.is(moved)));
        if (docChanged || told) this.decorations = decorate(caretsIn(session, field), state.doc.length, names);
      }

      destroy() {
        this.end();
      }
    },
    { decorations: ({ decorations }) => decorations },
  );

function caretsIn({ awareness, document }: Session, field: LiveField): Caret[] {
  const text = document.getText(field);
  return [...(awareness?.getStates().entries() ?? [])].flatMap(([clientId, state]) => {
    if (clientId === document.clientID || state.field !== field || !state.selection) return [];
    const anchor = placeOf(text, state.selection.anchor);
    const head = placeOf(text, state.selection.head);
    return anchor === null || head === null ? [] : [{ personId: String(state.personId), anchor, head }];
  });
}

/** Another browser says what it likes: what is no place in this text is none. */
function placeOf(text: LiveText, told: unknown): number | null {
  try {
    const place =
      text.doc && createAbsolutePositionFromRelativePosition(createRelativePositionFromJSON(told), text.doc);
    return place?.type === text ? place.index : null;
  } catch {
    return null;
  }
}

function decorate(all: readonly Caret[], length: number, names: Names): DecorationSet {
  const ranges = all.flatMap(({ personId, ...caret }): Range<Decoration>[] => {
    const [anchor, head] = [Math.min(caret.anchor, length), Math.min(caret.head, length)];
    const colour = `live-colour--${colourOf(personId)}`;
    const widget = new CaretWidget(names.get(personId) ?? "", colour);
    const mark = Decoration.mark({ class: `live-selection ${colour}` });
    return [
      Decoration.widget({ widget, side: head < anchor ? -1 : 1 }).range(head),
      ...(anchor === head ? [] : [mark.range(Math.min(anchor, head), Math.max(anchor, head))]),
    ];
  });
  return Decoration.set(ranges, true);
}

class CaretWidget extends WidgetType {
  private readonly name: string;
  private readonly colour: string;

  constructor(name: string, colour: string) {
    super();
    this.name = name;
    this.colour = colour;
  }

  override eq(other: CaretWidget): boolean {
    return other.name === this.name && other.colour === this.colour;
  }

  toDOM(): HTMLElement {
    const caret = document.createElement("span");
    caret.className = `live-caret ${this.colour}`;
    caret.setAttribute("aria-hidden", "true");
    const label = caret.appendChild(document.createElement("span"));
    label.className = "live-caret__name";
    label.textContent = this.name;
    return caret;
  }

  override ignoreEvent(): boolean {
    return true;
  }
}
