import { type KeyboardEvent, useId, useState } from "react";
import { inFrench } from "../language.ts";
import { useFieldError, useFieldId } from "./command.ts";

export interface Choice {
  value: string;
  label: string;
  hint?: string;
  /** Other words by which people look for it. */
  also?: string;
}

interface ComboboxProps {
  /** The path in the mutation's `input`, as refusals name it. */
  name: string;
  label: string;
  hint?: string;
  text: string;
  onText: (text: string) => void;
  /** What answers the text. */
  choices: readonly Choice[];
  onChoose: (choice: Choice) => void;
  /** Said to screen readers and shown under the field: « 3 réponses », « Recherche… ». */
  status: string;
}

/** A text field that proposes: arrows move, Enter chooses, Escape closes (ARIA's combobox with a list). */
export function Combobox({ name, label, hint, text, onText, choices, onChoose, status }: ComboboxProps) {
  const list = useId();
  const id = useFieldId(name);
  const [open, setOpen] = useState(false);
  const [at, setAt] = useState(-1);
  const error = useFieldError(name);
  const shown = open && choices.length > 0;
  const close = () => {
    setOpen(false);
    setAt(-1);
  };
  const choose = (choice: Choice) => {
    onChoose(choice);
    onText("");
    close();
  };
  const move = (step: number) => {
    setOpen(true);
    setAt((current) => (choices.length === 0 ? -1 : (current + step + choices.length) % choices.length));
  };
  const onKey = (event: KeyboardEvent) => {
    const chosen = choices[at];
    if (event.key === "ArrowDown") move(1);
    else if (event.key === "ArrowUp") move(at < 0 ? 0 : -1);
    else if (event.key === "Escape" && open) close();
    else if (event.key === "Enter") {
      if (shown && chosen) choose(chosen);
    } else return;
    event.preventDefault();
  };
  return (
    <div className={`fr-input-group combobox${error ? " fr-input-group--error" : ""}`}>
      <label className="fr-label" htmlFor={id}>
        {label}
        {hint && <span className="fr-hint-text">{hint}</span>}
      </label>
      <input
        className={`fr-input${error ? " fr-input--error" : ""}`}
        id={id}
        type="text"
        role="combobox"
        autoComplete="off"
        aria-autocomplete="list"
        aria-expanded={shown}
        aria-controls={list}
        aria-activedescendant={shown && at >= 0 ? `${list}-${at}` : undefined}
        aria-invalid={Boolean(error)}
        aria-describedby={`${list}-status`}
        value={text}
        onChange={(event) => {
          onText(event.target.value);
          setOpen(true);
          setAt(-1);
        }}
        onClick={() => setOpen(true)}
        onBlur={close}
        onKeyDown={onKey}
      />
      <div className="combobox__list" id={list} role="listbox" tabIndex={-1} aria-label={label} hidden={!shown}>
        {choices.map((choice, rank) => (
          <div
            key={choice.value}
            id={`${list}-${rank}`}
            role="option"
            tabIndex={-1}
            aria-selected={rank === at}
            ref={rank === at ? (active) => active?.scrollIntoView({ block: "nearest" }) : undefined}
            // Before the field loses the focus, which would close the list.
            onMouseDown={(event) => {
              event.preventDefault();
              choose(choice);
            }}
          >
            {choice.label}
            {choice.hint && <span className="fr-hint-text">{choice.hint}</span>}
          </div>
        ))}
      </div>
      <p className="fr-hint-text combobox__status" id={`${list}-status`} role="status">
        {status}
      </p>
      {error && (
        <p className="fr-error-text" lang={inFrench}>
          {error}
        </p>
      )}
    </div>
  );
}
