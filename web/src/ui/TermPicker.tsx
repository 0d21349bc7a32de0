import { plural, t } from "@lingui/core/macro";
import { useState } from "react";
import { type Choice, Combobox } from "./Combobox.tsx";
import { matching } from "./search.ts";

interface TermPickerProps {
  name: string;
  label: string;
  hint?: string;
  options: readonly Choice[];
  values: readonly string[];
  onChange: (values: string[]) => void;
}

const MOST = 60;

/** Several terms of a vocabulary: chosen ones are buttons that take them away, a text field proposes the others. */
export function TermPicker({ name, label, hint, options, values, onChange }: TermPickerProps) {
  const [text, setText] = useState("");
  const found = matching(
    options.filter(({ value }) => !values.includes(value)),
    text,
  );
  const shown = found.slice(0, MOST);
  return (
    <div className="term-picker">
      <Combobox
        name={name}
        label={label}
        hint={hint}
        text={text}
        onText={setText}
        choices={shown}
        onChoose={({ value }) => onChange([...values, value])}
        status={text === "" ? "" : plural(found.length, { one: "# réponse", other: "# réponses" })}
      />
      <Chosen
        label={label}
        terms={values.map((value) => ({ value, label: options.find((one) => one.value === value)?.label ?? value }))}
        onRemove={(removed) => onChange(values.filter((value) => value !== removed))}
      />
    </div>
  );
}

interface ChosenProps {
  label: string;
  terms: readonly Choice[];
  onRemove: (value: string) => void;
}

export function Chosen({ label, terms, onRemove }: ChosenProps) {
  if (terms.length === 0) return null;
  return (
    <ul className="pills" aria-label={t`${label} : choisis`}>
      {terms.map((term) => (
        <li key={term.value}>
          <button type="button" className="fr-tag fr-tag--sm fr-tag--dismiss" onClick={() => onRemove(term.value)}>
            <span className="fr-sr-only">{t`Retirer`} </span>
            {term.label}
          </button>
        </li>
      ))}
    </ul>
  );
}
